package dev.understudy.definition;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Warns of a capture destination that the policy AWS recommends for execution roles
 * (AmazonSageMakerFullAccess) does not reach.
 */
final class DestinationRule implements DefinitionRule {

	private static final String NOT_SAGEMAKER = "destination.not-sagemaker";

	private static final String DESTINATION = "/DataStorageConfig/Destination";

	@Override
	public Set<String> ids() {
		return Set.of(NOT_SAGEMAKER);
	}

	@Override
	public Stream<Finding> judge(Draft draft, RuleContext context) {
		return draft.text(DESTINATION)
			.filter(DefinitionShape.DESTINATION::accepts)
			.filter((destination) -> !isReached(destination.toLowerCase(Locale.ROOT)))
			.map((destination) -> Wording.warning(NOT_SAGEMAKER, DESTINATION)
				.with("given", Given.of(destination))
				.build())
			.stream();
	}

	private static boolean isReached(String destination) {
		return destination.contains("sagemaker") || destination.contains("aws-glue");
	}

}
