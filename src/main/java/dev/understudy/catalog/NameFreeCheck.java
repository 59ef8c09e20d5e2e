package dev.understudy.catalog;

import java.time.Instant;
import java.util.stream.Stream;

import dev.understudy.shell.Words;

/**
 * Nothing in SageMaker has the name yet. Right before sending delivery looks itself, so
 * that this is asked only while somebody reads the answer.
 */
final class NameFreeCheck implements PreflightCheck {

	private static final String ID = "name.free";

	private static final String POINTER = "/Name";

	@Override
	public Stream<CheckResult> check(Scene scene) {
		String name = scene.draft().name().orElse("");
		return switch (scene.named()) {
			case null -> Stream.empty();
			case Seen.There<String>(String status, Instant at) ->
				Stream.of(CheckResult.block(ID, POINTER, at, name, status));
			case Seen.Missing<String>(Instant at) -> Stream.of(CheckResult.pass(ID, POINTER, at, name));
			case Seen.Untold<String>(Words why) -> Stream.of(CheckResult.unknown(ID, POINTER, why));
		};
	}

}
