package dev.understudy.experiment;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.understudy.delivery.OperationType;

/**
 * Why a change of what SageMaker has cannot be asked for now: the table from our phase
 * and SageMaker's status (AWS API: Start-, Stop-, Update- and DeleteInferenceExperiment).
 * What nobody knows is allowed here: delivery looks before it sends. A stop may be asked
 * for at any moment before the end; it is sent as soon as SageMaker takes it.
 */
public enum Hindrance {

	/** SageMaker never had it. */
	NOT_CREATED("SageMaker does not have it"),

	/** SageMaker does not have it any more. */
	NOT_THERE("SageMaker does not have it any more"),

	/** On its way to another status. */
	IN_TRANSITION("wait until SageMaker is done with that"),

	/** There is nothing left to start. */
	RUNS_ALREADY("it need not be started any more"),

	/** There is nothing to stop yet. */
	NOT_STARTED("it has not started; delete it instead, which cancels its schedule"),

	/** What runs cannot be deleted. */
	STOP_FIRST("stop it first"),

	/** It is being stopped. */
	STOPPING("it is being stopped already"),

	/** What is over cannot be changed. */
	ENDED("it had ended"),

	/** What is over by itself cannot be promoted by a stop. */
	ENDED_BY_ITSELF("it had ended; promoting now is an ordinary endpoint update, outside a shadow test");

	private final String words;

	Hindrance(String words) {
		this.words = words;
	}

	/**
	 * Looks a change up in the table.
	 * @param change what is to be asked for
	 * @param experiment the experiment
	 * @return what forbids it; null if it may be asked for
	 */
	public static @Nullable Hindrance of(OperationType change, Experiment experiment) {
		if (experiment.getPhase() == Phase.ENDED && !experiment.isThere()) {
			return NOT_THERE;
		}
		Sighting seen = experiment.getSighting();
		Pending pending = experiment.getPending();
		boolean starts = pending != null && pending.type() == OperationType.START;
		Hindrance hindrance = of(change, experiment.getPhase(), (seen != null) ? seen.status() : null);
		return (hindrance == NOT_STARTED && starts) ? null : hindrance;
	}

	static void ensureNone(OperationType change, Experiment experiment) {
		Hindrance hindrance = of(change, experiment);
		if (hindrance != null) {
			Sighting seen = experiment.getSighting();
			throw new IllegalPhaseException(experiment.getPhase(), (seen != null) ? seen.status() : null, hindrance);
		}
	}

	static @Nullable Hindrance of(OperationType change, Phase phase, @Nullable String status) {
		return switch (phase) {
			case DRAFT, SUBMITTING, DISCARDED -> NOT_CREATED;
			case ENDED -> ofEnded(change);
			case LIVE -> ofLive(change, (status != null) ? status : "");
		};
	}

	private static @Nullable Hindrance ofEnded(OperationType change) {
		return switch (change) {
			case DELETE, TAG -> null;
			case STOP -> ENDED_BY_ITSELF;
			case CREATE, START, UPDATE -> ENDED;
		};
	}

	private static @Nullable Hindrance ofLive(OperationType change, String status) {
		return switch (change) {
			case CREATE -> RUNS_ALREADY;
			case START -> switch (status) {
				case "Creating", "Updating", "Stopping" -> IN_TRANSITION;
				case "Starting", "Running" -> RUNS_ALREADY;
				default -> null;
			};
			case STOP -> switch (status) {
				case "Created" -> NOT_STARTED;
				case "Stopping" -> STOPPING;
				default -> null;
			};
			case UPDATE -> isInTransition(status) ? IN_TRANSITION : null;
			case DELETE -> status.equals("Running") ? STOP_FIRST : isInTransition(status) ? IN_TRANSITION : null;
			case TAG -> null;
		};
	}

	private static boolean isInTransition(String status) {
		return switch (status) {
			case "Creating", "Starting", "Updating", "Stopping" -> true;
			default -> false;
		};
	}

	String words() {
		return this.words;
	}

	/**
	 * Message key of the reason.
	 * @return a key; its argument 0 is SageMaker's status
	 */
	public String message() {
		return "experiment.hindrance." + name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
