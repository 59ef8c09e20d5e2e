package dev.understudy.catalog;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.understudy.sagemaker.Endpoints.Facts;
import dev.understudy.sagemaker.Endpoints.Model;
import dev.understudy.sagemaker.Endpoints.Variant;
import dev.understudy.shell.Words;

/**
 * The endpoint is not of one of the kinds that shadow tests cannot use. That does not
 * change while somebody waits.
 *
 * @param obstacle the kind
 */
record EndpointKindCheck(Obstacle obstacle) implements PreflightCheck {

	static Stream<PreflightCheck> all() {
		return Arrays.stream(Obstacle.values())
			.filter((obstacle) -> obstacle != Obstacle.NOT_IN_SERVICE && obstacle != Obstacle.SHADOWED)
			.map(EndpointKindCheck::new);
	}

	@Override
	public Stream<CheckResult> check(Scene scene) {
		return switch (scene.endpoint()) {
			case Seen.There<Facts>(Facts facts, Instant at) -> Stream.of(judge(scene, facts, at));
			case Seen.Missing<Facts> _ -> Stream.empty();
			case Seen.Untold<Facts>(Words why) -> Stream.of(CheckResult.unknown(id(), Scene.ENDPOINT, why));
		};
	}

	private CheckResult judge(Scene scene, Facts facts, Instant at) {
		String name = facts.production()
			.stream()
			.map(Variant::modelName)
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
		if (this.obstacle.isOfModel() && name != null && scene.model(name) instanceof Seen.Untold<Model>(Words why)) {
			return CheckResult.unknown(id(), Scene.ENDPOINT, why);
		}
		Model model = model(scene, name);
		return this.obstacle.applies(facts, model) ? CheckResult.block(id(), Scene.ENDPOINT, at, facts.name()).forGood()
				: CheckResult.pass(id(), Scene.ENDPOINT, at, facts.name());
	}

	private static @Nullable Model model(Scene scene, @Nullable String name) {
		return (name != null) ? scene.model(name).found().orElse(null) : null;
	}

	private String id() {
		return "endpoint." + this.obstacle.id();
	}

}
