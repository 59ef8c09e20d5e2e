package dev.understudy.simulator;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What must hold between the variants of an experiment. AWS does not document its words
 * for this; both rules and words are assumed.
 */
final class VariantRules {

	private VariantRules() {
	}

	static void check(Catalog catalog, Variants variants) {
		List<String> names = variants.names();
		Set<String> distinct = new HashSet<>(names);
		if (distinct.size() < names.size()) {
			throw AwsException.validation("Model variant names must be unique.");
		}
		for (String named : List.of(variants.source(), variants.shadow())) {
			if (!distinct.contains(named)) {
				throw AwsException
					.validation("Model variant %s of ShadowModeConfig is not one of ModelVariants.".formatted(named));
			}
		}
		if (variants.source().equals(variants.shadow())) {
			throw AwsException
				.validation("Model variant %s cannot be both source and shadow.".formatted(variants.source()));
		}
		variants.all().forEach(new Suitability(catalog)::check);
	}

}
