package dev.understudy.simulator;

import java.util.Locale;

/**
 * The ARNs of one account and region. SageMaker writes resource names in lower case.
 */
record Arns(String account, String region) {

	String experiment(String name) {
		return resource("inference-experiment", name);
	}

	String endpoint(String name) {
		return resource("endpoint", name);
	}

	String config(String name) {
		return resource("endpoint-config", name);
	}

	String model(String name) {
		return resource("model", name);
	}

	String role(String name) {
		return "arn:aws:iam::%s:role/%s".formatted(this.account, name);
	}

	/** The name of a key begins with {@code alias/}. */
	String alias(String name) {
		return "arn:aws:kms:%s:%s:%s".formatted(this.region, this.account, name);
	}

	private String resource(String type, String name) {
		return "arn:aws:sagemaker:%s:%s:%s/%s".formatted(this.region, this.account, type,
				name.toLowerCase(Locale.ROOT));
	}

}
