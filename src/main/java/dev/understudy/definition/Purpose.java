package dev.understudy.definition;

/**
 * What a definition is judged for.
 */
public enum Purpose {

	/**
	 * To be sent as CreateInferenceExperiment: all rules apply.
	 */
	CREATE,

	/**
	 * To be sent as UpdateInferenceExperiment: only the members that operation takes are
	 * judged, and each of them may be missing.
	 */
	UPDATE,

	/**
	 * To start other definitions from: members may be missing, and the clock does not
	 * matter.
	 */
	TEMPLATE

}
