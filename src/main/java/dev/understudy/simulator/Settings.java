package dev.understudy.simulator;

import java.time.Duration;

import tools.jackson.databind.node.ObjectNode;

/**
 * What shapes the lifecycle and the ARNs. Kept in the journal, so that replaying it tells
 * the same story whatever the properties say today.
 *
 * @param provisioning how long Creating, Starting, Updating and Stopping take
 * @param experimentLimit how many experiments may be unfinished at a time
 * @param arns the account and region; they stay what they were when the journal began
 */
record Settings(Duration provisioning, int experimentLimit, Arns arns) {

	static Settings initial(Arns arns) {
		return new Settings(Duration.ofSeconds(3), Integer.MAX_VALUE, arns);
	}

	/**
	 * Reads settings for a world.
	 * @throws IllegalArgumentException if they are of another account or region
	 */
	static Settings of(ObjectNode input, Arns arns) {
		String account = input.path("Account").asString(arns.account());
		String region = input.path("Region").asString(arns.region());
		if (!arns.equals(new Arns(account, region))) {
			throw new IllegalArgumentException("it is of account %s in %s, not of %s in %s".formatted(account, region,
					arns.account(), arns.region()));
		}
		return new Settings(Duration.ofMillis(input.path("ProvisioningMillis").asLong()),
				input.path("ExperimentLimit").asInt(), arns);
	}

	ObjectNode toInput() {
		return Json.object()
			.put("ProvisioningMillis", this.provisioning.toMillis())
			.put("ExperimentLimit", this.experimentLimit)
			.put("Account", this.arns.account())
			.put("Region", this.arns.region());
	}

}
