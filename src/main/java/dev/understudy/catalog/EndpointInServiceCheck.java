package dev.understudy.catalog;

import java.time.Instant;
import java.util.stream.Stream;

import dev.understudy.sagemaker.Endpoints.Facts;
import dev.understudy.shell.Words;

/**
 * The endpoint is InService, which SageMaker asks of it when a test starts. One that is
 * busy with another test may be well again by then.
 */
final class EndpointInServiceCheck implements PreflightCheck {

	private static final String ID = "endpoint.in-service";

	@Override
	public Stream<CheckResult> check(Scene scene) {
		return switch (scene.endpoint()) {
			case Seen.There<Facts>(Facts facts, Instant at) -> Stream.of(result(scene, facts.status(), at));
			case Seen.Missing<Facts> _ -> Stream.empty();
			case Seen.Untold<Facts>(Words why) -> Stream.of(CheckResult.unknown(ID, Scene.ENDPOINT, why));
		};
	}

	private static CheckResult result(Scene scene, String status, Instant at) {
		String name = scene.endpointName();
		return switch (status) {
			case "InService" -> CheckResult.pass(ID, Scene.ENDPOINT, at, name);
			case "Failed", "OutOfService", "UpdateRollbackFailed", "Deleting" ->
				CheckResult.block(ID, Scene.ENDPOINT, at, name, status)
					.withRemedy(Words.of("preflight.endpoint.in-service.broken.remedy", name, status));
			default -> scene.startsSoon() ? CheckResult.block(ID, Scene.ENDPOINT, at, name, status)
					: CheckResult.warn(ID, Scene.ENDPOINT, at, name, status, scene.start().toString());
		};
	}

}
