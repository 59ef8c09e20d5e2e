package dev.understudy.catalog;

import java.util.stream.Stream;

/**
 * The execution role is on the target's list, and no other is accepted.
 */
final class RoleListedCheck implements PreflightCheck {

	private static final String ID = "role.listed";

	@Override
	public Stream<CheckResult> check(Scene scene) {
		return scene.draft()
			.roleArn()
			.stream()
			.map((role) -> scene.target().executionRoles().contains(role)
					? CheckResult.pass(ID, "/RoleArn", null, role, scene.target().name())
					: CheckResult.block(ID, "/RoleArn", null, role, scene.target().name()).forGood());
	}

}
