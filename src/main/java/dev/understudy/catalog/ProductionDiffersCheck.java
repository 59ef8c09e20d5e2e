package dev.understudy.catalog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.understudy.catalog.CheckResult.Change;
import dev.understudy.sagemaker.Endpoints.Facts;
import dev.understudy.sagemaker.Endpoints.Variant;
import dev.understudy.shell.Words;

/**
 * The production variant is as it runs now. Where it is not, SageMaker changes production
 * when the test starts.
 */
final class ProductionDiffersCheck implements PreflightCheck {

	private static final String ID = "production.differs";

	private static final String INSTANCES = "/InfrastructureConfig/RealTimeInferenceConfig";

	@Override
	public Stream<CheckResult> check(Scene scene) {
		String pointer = scene.production().orElse(null);
		if (pointer == null) {
			return Stream.empty();
		}
		return switch (scene.endpoint()) {
			case Seen.There<Facts>(Facts facts, Instant at) -> (facts.production().size() == 1)
					? Stream.of(result(scene, facts.production().getFirst(), pointer, at)) : Stream.empty();
			case Seen.Missing<Facts> _ -> Stream.empty();
			case Seen.Untold<Facts>(Words why) -> Stream.of(CheckResult.unknown(ID, pointer, why));
		};
	}

	private static CheckResult result(Scene scene, Variant live, String pointer, Instant at) {
		List<Change> changes = new ArrayList<>();
		compare("VariantName", live.name(), scene.draft().text(pointer + "/VariantName").orElse(null), changes);
		compare("ModelName", live.modelName(), scene.draft().text(pointer + "/ModelName").orElse(null), changes);
		compare("InstanceType", live.instanceType(),
				scene.draft().text(pointer + INSTANCES + "/InstanceType").orElse(null), changes);
		compare("InstanceCount", text(live.instanceCount()),
				text(scene.draft().number(pointer + INSTANCES + "/InstanceCount").orElse(null)), changes);
		return changes.isEmpty() ? CheckResult.pass(ID, pointer, at, live.name())
				: CheckResult.warn(ID, pointer, at, scene.endpointName()).withChanges(changes);
	}

	private static void compare(String member, @Nullable String now, @Nullable String then, List<Change> changes) {
		if (now != null && then != null && !now.equals(then)) {
			changes.add(new Change(member, now, then));
		}
	}

	private static @Nullable String text(@Nullable Integer number) {
		return (number != null) ? number.toString() : null;
	}

}
