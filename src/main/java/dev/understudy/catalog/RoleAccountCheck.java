package dev.understudy.catalog;

import java.util.stream.Stream;

/**
 * The execution role is one of the target's own account.
 */
final class RoleAccountCheck implements PreflightCheck {

	private static final String ID = "role.account";

	private static final int ACCOUNT = 4;

	@Override
	public Stream<CheckResult> check(Scene scene) {
		return scene.draft()
			.roleArn()
			.stream()
			.map((role) -> role.split(":", ACCOUNT + 2))
			.filter((parts) -> parts.length > ACCOUNT)
			.map((parts) -> parts[ACCOUNT].equals(scene.target().account())
					? CheckResult.pass(ID, "/RoleArn", null, scene.target().account())
					: CheckResult.block(ID, "/RoleArn", null, parts[ACCOUNT], scene.target().account()).forGood());
	}

}
