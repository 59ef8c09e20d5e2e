package dev.understudy.tracking;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

import dev.understudy.actor.Actor;
import dev.understudy.audit.Audited;

/**
 * Something stands in SageMaker that an operation of this installation made, and nobody
 * here has it.
 *
 * @param actor the search that found it
 * @param experimentId the experiment it was made for; null if that is not known here
 * @param found what stands there
 * @param awsRequestId AWS's request that showed it
 */
record OrphanFound(Actor actor, @Nullable UUID experimentId, Found found,
		@Nullable String awsRequestId) implements Audited {

	@Override
	public String action() {
		return "experiment.orphan-found";
	}

	@Override
	public String target() {
		return this.found.target();
	}

	@Override
	public String after() {
		return JsonNodeFactory.instance.objectNode()
			.put("name", this.found.name())
			.put("arn", this.found.arn())
			.put("status", this.found.status())
			.put("operation", String.valueOf(this.found.operationId()))
			.toString();
	}

}
