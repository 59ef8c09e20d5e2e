package dev.understudy.catalog;

import java.time.Instant;
import java.util.stream.Stream;

import dev.understudy.sagemaker.Endpoints.Facts;
import dev.understudy.shell.Words;

/**
 * No shadow variant stands on the endpoint. One that a known test has put there goes with
 * that test.
 */
final class EndpointShadowedCheck implements PreflightCheck {

	private static final String ID = "endpoint.shadowed";

	@Override
	public Stream<CheckResult> check(Scene scene) {
		return switch (scene.endpoint()) {
			case Seen.There<Facts>(Facts facts, Instant at) -> Stream.of(result(scene, facts, at));
			case Seen.Missing<Facts> _ -> Stream.empty();
			case Seen.Untold<Facts>(Words why) -> Stream.of(CheckResult.unknown(ID, Scene.ENDPOINT, why));
		};
	}

	private static CheckResult result(Scene scene, Facts facts, Instant at) {
		if (facts.shadow().isEmpty()) {
			return CheckResult.pass(ID, Scene.ENDPOINT, at, facts.name());
		}
		String shadow = facts.shadow().getFirst().name();
		return (scene.startsSoon() || scene.uses().isEmpty())
				? CheckResult.block(ID, Scene.ENDPOINT, at, facts.name(), shadow)
				: CheckResult.warn(ID, Scene.ENDPOINT, at, facts.name(), shadow, scene.uses().getFirst().name());
	}

}
