package dev.understudy.catalog;

import java.time.Instant;
import java.util.stream.Stream;

import dev.understudy.sagemaker.Scaling.Bounds;
import dev.understudy.shell.Words;

/**
 * Nothing scales the production variant automatically: Application Auto Scaling keeps
 * SageMaker from removing or retyping a variant.
 */
final class AutoscalingCheck implements PreflightCheck {

	private static final String ID = "endpoint.autoscaling";

	@Override
	public Stream<CheckResult> check(Scene scene) {
		String name = scene.endpointName();
		return switch (scene.scaling()) {
			case Seen.There<Bounds>(Bounds bounds, Instant at) ->
				Stream.of(CheckResult.warn(ID, Scene.ENDPOINT, at, name, bounds.least(), bounds.most()));
			case Seen.Missing<Bounds>(Instant at) -> (scene.endpoint() instanceof Seen.There)
					? Stream.of(CheckResult.pass(ID, Scene.ENDPOINT, at, name)) : Stream.empty();
			case Seen.Untold<Bounds>(Words why) -> Stream.of(CheckResult.unknown(ID, Scene.ENDPOINT, why));
		};
	}

}
