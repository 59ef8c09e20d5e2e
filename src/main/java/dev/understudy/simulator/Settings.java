package dev.understudy.simulator;

import java.time.Duration;

import tools.jackson.databind.node.ObjectNode;

/**
 * What shapes the lifecycle. Kept in the journal, so that replaying it tells the same
 * story whatever the properties say today.
 *
 * @param provisioning how long Creating, Starting, Updating and Stopping take
 * @param experimentLimit how many experiments may be unfinished at a time
 */
record Settings(Duration provisioning, int experimentLimit) {

	static final Settings INITIAL = new Settings(Duration.ofSeconds(3), Integer.MAX_VALUE);

	static Settings of(ObjectNode input) {
		return new Settings(Duration.ofMillis(input.path("ProvisioningMillis").asLong()),
				input.path("ExperimentLimit").asInt());
	}

	ObjectNode toInput() {
		return Json.object()
			.put("ProvisioningMillis", this.provisioning.toMillis())
			.put("ExperimentLimit", this.experimentLimit);
	}

}
