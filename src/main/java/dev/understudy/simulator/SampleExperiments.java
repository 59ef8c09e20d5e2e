package dev.understudy.simulator;

import tools.jackson.databind.node.ObjectNode;

/**
 * Gives experiments a past, so that a fresh sandbox has tests that have been running for
 * days, and ended ones. It says what no client of AWS could.
 */
public final class SampleExperiments {

	private final SimulatedSageMaker sageMaker;

	SampleExperiments(SimulatedSageMaker sageMaker) {
		this.sageMaker = sageMaker;
	}

	/**
	 * Puts an experiment there as if it had been created some time ago; one that is there
	 * already keeps its definition and tags.
	 * @param definition the request of CreateInferenceExperiment, times as epoch seconds
	 * @param past what it has been through
	 * @return its ARN
	 */
	public String put(ObjectNode definition, Past past) {
		ObjectNode input = past.toInput();
		input.set("Definition", definition);
		return rewrite(input);
	}

	/**
	 * Gives an experiment that a client created another past, its tags untouched.
	 * @param name its name
	 * @param past what it has been through
	 * @return its ARN
	 */
	public String rewrite(String name, Past past) {
		return rewrite(past.toInput().put("Name", name));
	}

	/**
	 * Makes an experiment fail: it ends as Cancelled, its endpoint is again what it was.
	 * @param name its name
	 * @param reason what SageMaker gives as its StatusReason
	 */
	public void fail(String name, String reason) {
		this.sageMaker.record(Operations.FAIL, Json.object().put("Name", name).put("StatusReason", reason));
	}

	private String rewrite(ObjectNode input) {
		return Json.require(this.sageMaker.record(Operations.REWRITE, input), "InferenceExperimentArn");
	}

}
