package dev.understudy.simulator;

import java.time.Instant;
import java.util.List;

import tools.jackson.databind.node.ObjectNode;

/**
 * AWS API: ListInferenceExperiments. Summaries carry no ARN, endpoint, variants or tags.
 */
final class ListExperiments implements Operation {

	private static final Listing LISTING = new Listing("Name", "InferenceExperiments");

	@Override
	public ObjectNode apply(World world, ObjectNode input, Instant now) {
		ExperimentAnswers answers = new ExperimentAnswers(world.catalog());
		List<ObjectNode> summaries = world.experiments().stream().map(answers::summary).toList();
		return LISTING.page(summaries, input);
	}

}
