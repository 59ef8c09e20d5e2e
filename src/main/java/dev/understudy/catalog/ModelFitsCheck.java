package dev.understudy.catalog;

import java.time.Instant;
import java.util.stream.Stream;

import dev.understudy.sagemaker.Endpoints.Model;
import dev.understudy.shell.Words;

/**
 * The models of both variants are of a kind that shadow tests can use.
 */
final class ModelFitsCheck implements PreflightCheck {

	private static final String ID = "model.fits";

	@Override
	public Stream<CheckResult> check(Scene scene) {
		return scene.variants().flatMap((variant) -> switch (scene.model(variant.model())) {
			case Seen.There<Model>(Model model, Instant at) -> Stream.of(result(variant, model, at));
			case Seen.Missing<Model> _ -> Stream.empty();
			case Seen.Untold<Model>(Words why) -> Stream.of(CheckResult.unknown(ID, variant.modelPointer(), why));
		});
	}

	private static CheckResult result(Scene.Named variant, Model model, Instant at) {
		String kind = model.multiModel() ? "multi-model"
				: (model.containers() > 1) ? "multi-container" : model.marketplace() ? "marketplace" : null;
		return (kind == null) ? CheckResult.pass(ID, variant.modelPointer(), at, model.name())
				: CheckResult
					.block(ID, variant.modelPointer(), at, model.name(), Words.of("preflight.model.fits." + kind))
					.forGood();
	}

}
