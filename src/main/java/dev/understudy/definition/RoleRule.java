package dev.understudy.definition;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The execution role belongs to the target's account and is one of those an admin allowed
 * there: whoever may pass any role to SageMaker may do anything.
 */
final class RoleRule implements DefinitionRule {

	private static final String ACCOUNT = "role-arn.account";

	private static final String NOT_ALLOWED = "role-arn.not-allowed";

	/** The fifth part of an ARN, as the pattern of the member makes sure. */
	private static final int ACCOUNT_PART = 4;

	@Override
	public Set<String> ids() {
		return Set.of(ACCOUNT, NOT_ALLOWED);
	}

	@Override
	public Stream<Finding> judge(Draft draft, RuleContext context) {
		return draft.roleArn()
			.filter(DefinitionShape.ROLE_ARN::accepts)
			.stream()
			.flatMap((role) -> judge(role, context.target()));
	}

	private static Stream<Finding> judge(String role, TargetFacts target) {
		if (!role.split(":", -1)[ACCOUNT_PART].equals(target.account())) {
			return Stream.of(finding(ACCOUNT, role, target));
		}
		return target.executionRoles().contains(role) ? Stream.empty() : Stream.of(finding(NOT_ALLOWED, role, target));
	}

	private static Finding finding(String rule, String role, TargetFacts target) {
		return Wording.error(rule, "/RoleArn")
			.with("account", target.account())
			.with("target", target.name())
			.with("allowed", target.executionRoles().stream().limit(5).collect(Collectors.joining(", ")))
			.with("given", Given.of(role))
			.build();
	}

}
