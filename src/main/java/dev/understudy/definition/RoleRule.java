package dev.understudy.definition;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The execution role belongs to the target's account and is one of those an admin allowed
 * there: whoever may pass any role to SageMaker may do anything.
 */
final class RoleRule implements DefinitionRule {

	private static final String ACCOUNT = "role-arn.account";

	private static final String NOT_ALLOWED = "role-arn.not-allowed";

	private static final int LONGEST = 2048;

	private static final Pattern ROLE = Pattern.compile("arn:aws[a-z\\-]*:iam::(\\d{12}):role/.+");

	@Override
	public Set<String> ids() {
		return Set.of(ACCOUNT, NOT_ALLOWED);
	}

	@Override
	public Stream<Finding> judge(Draft draft, RuleContext context) {
		return draft.roleArn().filter((role) -> role.length() <= LONGEST).stream().flatMap((role) -> {
			Matcher arn = ROLE.matcher(role);
			return arn.matches() ? judge(role, arn.group(1), context.target()) : Stream.empty();
		});
	}

	private Stream<Finding> judge(String role, String account, TargetFacts target) {
		if (!account.equals(target.account())) {
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
