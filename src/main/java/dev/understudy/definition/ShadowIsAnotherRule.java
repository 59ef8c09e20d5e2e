package dev.understudy.definition;

import java.util.Set;
import java.util.stream.Stream;

/**
 * The shadow is another variant than production.
 */
final class ShadowIsAnotherRule implements DefinitionRule {

	private static final String SAME = "shadow-model-variant-name.same";

	@Override
	public Set<String> ids() {
		return Set.of(SAME);
	}

	@Override
	public Stream<Finding> judge(Draft draft, RuleContext context) {
		return draft.shadowVariant()
			.filter((shadow) -> draft.productionVariant().filter(shadow::equals).isPresent())
			.map((shadow) -> Wording.error(SAME, Draft.SHADOW + "/ShadowModelVariantName")
				.with("given", Given.of(shadow))
				.build())
			.stream();
	}

}
