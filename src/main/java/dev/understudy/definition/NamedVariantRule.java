package dev.understudy.definition;

import java.util.Set;
import java.util.stream.Stream;

/**
 * A variant that the shadow mode names is one of the model variants.
 */
final class NamedVariantRule implements DefinitionRule {

	private final String rule;

	private final String pointer;

	NamedVariantRule(String rule, String pointer) {
		this.rule = rule;
		this.pointer = pointer;
	}

	@Override
	public Set<String> ids() {
		return Set.of(this.rule);
	}

	@Override
	public Stream<Finding> judge(Draft draft, RuleContext context) {
		Variants variants = Variants.of(draft);
		if (variants.named().isEmpty()) {
			return Stream.empty();
		}
		return draft.text(this.pointer)
			.filter((name) -> variants.byName(name).isEmpty())
			.map((name) -> Wording.error(this.rule, this.pointer)
				.with("allowed", variants.spoken())
				.with("given", Given.of(name))
				.build())
			.stream();
	}

}
