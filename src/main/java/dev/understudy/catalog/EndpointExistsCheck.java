package dev.understudy.catalog;

import java.time.Instant;
import java.util.stream.Stream;

import dev.understudy.sagemaker.Endpoints.Facts;
import dev.understudy.shell.Words;

/**
 * The endpoint is there.
 */
final class EndpointExistsCheck implements PreflightCheck {

	private static final String ID = "endpoint.exists";

	@Override
	public Stream<CheckResult> check(Scene scene) {
		String name = scene.endpointName();
		return Stream.of(switch (scene.endpoint()) {
			case Seen.There<Facts>(Facts _, Instant at) -> CheckResult.pass(ID, Scene.ENDPOINT, at, name);
			case Seen.Missing<Facts>(Instant at) ->
				CheckResult.block(ID, Scene.ENDPOINT, at, name, scene.target().account(), scene.target().region())
					.forGood();
			case Seen.Untold<Facts>(Words why) -> CheckResult.unknown(ID, Scene.ENDPOINT, why);
		});
	}

}
