package dev.understudy.definition;

import java.util.List;
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

	private static final int MOST_NAMED = 5;

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
			.with("allowed", spoken(target.executionRoles()))
			.with("given", Given.of(role))
			.build();
	}

	private static String spoken(List<String> roles) {
		if (roles.isEmpty()) {
			return "no role so far";
		}
		String first = roles.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
		return (roles.size() > MOST_NAMED) ? first + " and %d more".formatted(roles.size() - MOST_NAMED) : first;
	}

}
