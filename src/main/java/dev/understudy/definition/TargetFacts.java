package dev.understudy.definition;

import java.util.List;

/**
 * What rules know of the AWS account and region a definition is meant for.
 *
 * @param name our name of the target
 * @param account AWS account id, 12 digits
 * @param region AWS region, such as {@code us-east-1}
 * @param executionRoles ARNs of the roles that may be passed to SageMaker there
 */
public record TargetFacts(String name, String account, String region, List<String> executionRoles) {

	public TargetFacts {
		executionRoles = List.copyOf(executionRoles);
	}

}
