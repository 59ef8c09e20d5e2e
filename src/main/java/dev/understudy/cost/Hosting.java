package dev.understudy.cost;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.understudy.definition.Draft;

/**
 * The instances a variant stands on, as far as a draft says.
 *
 * @param instanceType such as "ml.m5.xlarge"; null if nothing readable is said
 * @param instanceCount how many, 0 or more; null if nothing readable is said
 */
record Hosting(@Nullable String instanceType, @Nullable Integer instanceCount) {

	private static final String VARIANTS = "/ModelVariants/";

	private static final String CONFIG = "/InfrastructureConfig/RealTimeInferenceConfig";

	/** Of the shadow variant; while nobody has named one, of the second row. */
	static Hosting ofShadow(Draft draft) {
		return draft.shadowVariant().flatMap((name) -> named(name, draft)).orElseGet(() -> at(1, draft));
	}

	/** Of the production variant; while nobody has named one, of the first row. */
	static Hosting ofProduction(Draft draft) {
		return draft.productionVariant().flatMap((name) -> named(name, draft)).orElseGet(() -> at(0, draft));
	}

	private static Optional<Hosting> named(String name, Draft draft) {
		for (int i = 0; i < draft.at("/ModelVariants").size(); i++) {
			if (draft.text(VARIANTS + i + "/VariantName").filter(name::equals).isPresent()) {
				return Optional.of(at(i, draft));
			}
		}
		return Optional.empty();
	}

	private static Hosting at(int index, Draft draft) {
		String config = VARIANTS + index + CONFIG;
		return new Hosting(draft.text(config + "/InstanceType").filter((type) -> !type.isBlank()).orElse(null),
				draft.number(config + "/InstanceCount").filter((count) -> count >= 0).orElse(null));
	}

}
