package dev.understudy.definition;

import java.util.Set;
import java.util.stream.Stream;

/**
 * Warns of copying less than all traffic (AWS: sample 100 percent before promoting).
 */
final class SamplingRule implements DefinitionRule {

	private static final String BELOW_HUNDRED = "sampling-percentage.below-hundred";

	@Override
	public Set<String> ids() {
		return Set.of(BELOW_HUNDRED);
	}

	@Override
	public Stream<Finding> judge(Draft draft, RuleContext context) {
		return draft.samplingPercentage()
			.filter((percent) -> percent >= 1 && percent < 100)
			.map((percent) -> Wording.warning(BELOW_HUNDRED, Draft.SHADOW + "/SamplingPercentage")
				.with("given", percent)
				.build())
			.stream();
	}

}
