package dev.understudy.definition;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The names of the model variants are distinct.
 */
final class VariantNamesRule implements DefinitionRule {

	private static final String DUPLICATE = "model-variants.duplicate";

	@Override
	public Set<String> ids() {
		return Set.of(DUPLICATE);
	}

	@Override
	public Stream<Finding> judge(Draft draft, RuleContext context) {
		Set<String> seen = new HashSet<>();
		return Variants.of(draft)
			.named()
			.stream()
			.filter((variant) -> !seen.add(variant.name()))
			.map((variant) -> Wording.error(DUPLICATE, variant.pointer() + "/VariantName")
				.with("given", Given.of(variant.name()))
				.build());
	}

}
