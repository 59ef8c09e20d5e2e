package dev.understudy.target;

import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One AWS account and region, how to reach it and which execution roles may be used
 * there.
 *
 * @param name what people call it
 * @param account the twelve digits of the AWS account
 * @param region the AWS region, such as "us-east-1"
 * @param endpointOverride where SageMaker answers instead of AWS's own address; absent
 * for AWS, and in simulator mode for the simulator inside this process
 * @param executionRoles ARNs of the roles an experiment may run as; nothing else is
 * accepted
 */
public record Target(String name, String account, String region, @Nullable URI endpointOverride,
		List<String> executionRoles) {

	public Target {
		executionRoles = List.copyOf(executionRoles);
	}

}
