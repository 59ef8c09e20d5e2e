package dev.understudy.definition;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.understudy.definition.Variants.Named;

/**
 * Warns of a shadow on another instance type than production (AWS: test on the same
 * instances unless they are what is tested).
 */
final class InstanceDiffersRule implements DefinitionRule {

	private static final String DIFFERS = "instance-type.differs";

	@Override
	public Set<String> ids() {
		return Set.of(DIFFERS);
	}

	@Override
	public Stream<Finding> judge(Draft draft, RuleContext context) {
		Variants variants = Variants.of(draft);
		Optional<Named> production = draft.productionVariant().flatMap(variants::byName);
		Optional<Named> shadow = draft.shadowVariant().flatMap(variants::byName);
		return shadow.flatMap((copy) -> production.flatMap((lead) -> judge(lead, copy, draft))).stream();
	}

	private static Optional<Finding> judge(Named production, Named shadow, Draft draft) {
		return production.instanceType(draft)
			.flatMap((expected) -> shadow.instanceType(draft)
				.filter((type) -> !type.equals(expected))
				.map((type) -> Wording.warning(DIFFERS, shadow.instanceTypePointer())
					.with("given", Given.of(type))
					.with("production", Given.of(expected))
					.build()));
	}

}
