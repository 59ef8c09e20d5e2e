package dev.understudy.simulator;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * AWS API: Application Auto Scaling, DescribeScalableTargets, as far as it is about the
 * variants of endpoints. There are few, so that everything is on one page.
 */
final class ScalingOperations {

	private static final String NAMESPACE = "sagemaker";

	private static final String DIMENSION = "sagemaker:variant:DesiredInstanceCount";

	private ScalingOperations() {
	}

	static void register(Map<String, Operation> operations) {
		operations.put("DescribeScalableTargets", ScalingOperations::describe);
	}

	private static ObjectNode describe(World world, ObjectNode input, Instant now) {
		Set<String> wanted = new HashSet<>();
		input.path("ResourceIds").forEach((id) -> wanted.add(id.asString()));
		String dimension = Json.text(input, "ScalableDimension");
		ObjectNode answer = Json.object();
		ArrayNode targets = answer.putArray("ScalableTargets");
		if (NAMESPACE.equals(Json.text(input, "ServiceNamespace"))
				&& (dimension == null || DIMENSION.equals(dimension))) {
			world.catalog()
				.scalableTargets()
				.stream()
				.filter((each) -> wanted.isEmpty() || wanted.contains(Json.require(each, "ResourceId")))
				.forEach((each) -> targets.add(described(world, each)));
		}
		return answer;
	}

	private static ObjectNode described(World world, ObjectNode registered) {
		return registered.deepCopy()
			.put("ServiceNamespace", NAMESPACE)
			.put("ScalableDimension", DIMENSION)
			.put("RoleARN", world.arns().role("aws-service-role/sagemaker.application-autoscaling.amazonaws.com"))
			.put("CreationTime", Json.seconds(Catalog.BEGINNING));
	}

}
