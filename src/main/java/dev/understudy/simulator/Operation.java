package dev.understudy.simulator;

import java.time.Instant;

import tools.jackson.databind.node.ObjectNode;

/**
 * One operation on the world. It refuses before it changes anything, and what it does
 * depends on its arguments only: replaying the journal must tell the same story.
 */
@FunctionalInterface
interface Operation {

	/**
	 * Carries the operation out.
	 * @param world the world as it is at {@code now}
	 * @param input the request, valid by shape
	 * @param now the moment of the call
	 * @return the answer
	 * @throws AwsException when SageMaker would refuse
	 */
	ObjectNode apply(World world, ObjectNode input, Instant now);

}
