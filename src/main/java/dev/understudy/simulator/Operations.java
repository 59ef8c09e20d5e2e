package dev.understudy.simulator;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The operations by name: those AWS's clients call, and those only the control and the
 * samples use. What is not in {@link #changes} only reads and is not journalled.
 */
final class Operations {

	private static final String OUR_OWN = "Simulator.";

	static final String CONFIGURE = "Simulator.Configure";

	static final String MOVE_CLOCK = "Simulator.MoveClock";

	static final String REWRITE = "Simulator.Rewrite";

	static final String FAIL = "Simulator.Fail";

	private static final Set<String> CALLS_THAT_CHANGE = Set.of("CreateInferenceExperiment", "StartInferenceExperiment",
			"StopInferenceExperiment", "UpdateInferenceExperiment", "DeleteInferenceExperiment", "AddTags",
			"DeleteTags");

	private final Map<String, Operation> operations = new HashMap<>();

	Operations() {
		ExperimentOperations.register(this.operations);
		this.operations.put("UpdateInferenceExperiment", new UpdateExperiment());
		this.operations.put("ListInferenceExperiments", new ListExperiments());
		TagOperations.register(this.operations);
		CatalogOperations.register(this.operations);
		ScalingOperations.register(this.operations);
		StorageOperations.register(this.operations);
		ControlOperations.register(this.operations);
	}

	Operation get(String name) {
		Operation operation = this.operations.get(name);
		if (operation == null) {
			throw new IllegalArgumentException("There is no operation named %s".formatted(name));
		}
		return operation;
	}

	/** Whether AWS's clients can call an operation of this name. */
	boolean knows(String name) {
		return this.operations.containsKey(name) && !name.startsWith(OUR_OWN);
	}

	/** Whether the journal must remember a call of this operation. */
	boolean changes(String name) {
		return CALLS_THAT_CHANGE.contains(name) || name.startsWith(OUR_OWN);
	}

	/** Whether AWS's clients call this operation, so that it belongs into the ledger. */
	static boolean isCall(String name) {
		return CALLS_THAT_CHANGE.contains(name);
	}

}
