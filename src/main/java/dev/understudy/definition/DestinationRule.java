package dev.understudy.definition;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Warns of a capture destination that the policy AWS recommends for execution roles
 * (AmazonSageMakerFullAccess) does not reach.
 */
final class DestinationRule implements DefinitionRule {

	private static final String NOT_SAGEMAKER = "destination.not-sagemaker";

	/** The policy is case-sensitive: SAGEMAKER is not reached. */
	private static final List<String> WORDS = List.of("sagemaker", "SageMaker", "Sagemaker", "aws-glue");

	private static final String DESTINATION = "/DataStorageConfig/Destination";

	@Override
	public Set<String> ids() {
		return Set.of(NOT_SAGEMAKER);
	}

	@Override
	public Stream<Finding> judge(Draft draft, RuleContext context) {
		return draft.text(DESTINATION)
			.filter(DefinitionShape.DESTINATION::accepts)
			.filter((destination) -> WORDS.stream().noneMatch(destination::contains))
			.map((destination) -> Wording.warning(NOT_SAGEMAKER, DESTINATION)
				.with("given", Given.of(destination))
				.build())
			.stream();
	}

}
