package dev.understudy.catalog;

import java.time.Instant;
import java.util.stream.Stream;

import dev.understudy.sagemaker.Endpoints.Model;
import dev.understudy.shell.Words;

/**
 * The models of both variants are there.
 */
final class ModelExistsCheck implements PreflightCheck {

	private static final String ID = "model.exists";

	@Override
	public Stream<CheckResult> check(Scene scene) {
		return scene.variants().map((variant) -> switch (scene.model(variant.model())) {
			case Seen.There<Model>(Model _, Instant at) ->
				CheckResult.pass(ID, variant.modelPointer(), at, variant.model());
			case Seen.Missing<Model>(Instant at) ->
				CheckResult
					.block(ID, variant.modelPointer(), at, variant.model(), scene.target().account(),
							scene.target().region())
					.forGood();
			case Seen.Untold<Model>(Words why) -> CheckResult.unknown(ID, variant.modelPointer(), why);
		});
	}

}
