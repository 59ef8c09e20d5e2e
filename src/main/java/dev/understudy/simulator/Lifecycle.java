package dev.understudy.simulator;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The steps experiments take by themselves as time goes on, each at the moment it was
 * due, so that the order of looking changes nothing.
 */
final class Lifecycle {

	private static final String BROKEN_SUFFIX = "-broken";

	private final World world;

	Lifecycle(World world) {
		this.world = world;
	}

	void advanceTo(Instant now) {
		Experiment next = nextDue(now);
		while (next != null) {
			Instant due = next.due();
			if (due != null) {
				step(next, due);
			}
			next = nextDue(now);
		}
	}

	/** Whether another experiment holds the endpoint of this one. */
	boolean isEndpointTaken(String endpoint, @Nullable Experiment by) {
		return this.world.experiments()
			.stream()
			.anyMatch((other) -> other != by && other.endpoint().equals(endpoint) && other.occupiesEndpoint());
	}

	void begin(Experiment experiment, Status transitional, Instant now) {
		experiment.begin(transitional, now, this.world.settings().provisioning());
		if (experiment.occupiesEndpoint()) {
			endpoint(experiment).updating(now);
		}
	}

	/** Puts the experiment's variants on its endpoint. */
	void deploy(Experiment experiment, Instant now) {
		Endpoint endpoint = endpoint(experiment);
		if (!experiment.isDeployed()) {
			experiment.deployedOver(endpoint.config());
		}
		Variants variants = experiment.variants();
		this.world.catalog().deploy(endpoint, variants.production(), variants.shadows(), now);
	}

	/** At the natural end, and when it fails, the endpoint is again what it was. */
	void release(Experiment experiment, Instant now) {
		if (experiment.occupiesEndpoint()) {
			Endpoint endpoint = endpoint(experiment);
			String before = experiment.configBefore();
			endpoint.runs((before != null) ? before : endpoint.config(), now);
			experiment.withdrawn();
		}
	}

	/** What fails ends as Cancelled, whatever it was doing. */
	void fail(Experiment experiment, String reason, Instant now) {
		release(experiment, now);
		experiment.cancel(reason, now);
	}

	private @Nullable Experiment nextDue(Instant now) {
		Experiment next = null;
		Instant earliest = now;
		for (Experiment experiment : this.world.experiments()) {
			Instant due = experiment.due();
			if (due != null && !due.isAfter(now) && (next == null || due.isBefore(earliest))) {
				next = experiment;
				earliest = due;
			}
		}
		return next;
	}

	private void step(Experiment experiment, Instant due) {
		switch (experiment.status()) {
			case CREATING -> {
				if (experiment.occupiesEndpoint()) {
					run(experiment, due);
				}
				else {
					experiment.settle(Status.CREATED, due);
				}
			}
			case CREATED -> start(experiment, due);
			case STARTING -> run(experiment, due);
			case UPDATING -> updated(experiment, due);
			case RUNNING -> begin(experiment, Status.STOPPING, due);
			case STOPPING -> finish(experiment, due);
			case COMPLETED, CANCELLED -> throw new IllegalStateException("A final experiment takes no step");
		}
	}

	/** Assumed: a scheduled start that finds the endpoint taken or unfit fails. */
	private void start(Experiment experiment, Instant now) {
		Endpoint endpoint = endpoint(experiment);
		if (isEndpointTaken(endpoint.name(), experiment)) {
			experiment.cancel("Endpoint %s is in use by another inference experiment.".formatted(endpoint.name()), now);
			return;
		}
		String refusal = new Suitability(this.world.catalog()).refusal(endpoint);
		if (refusal != null) {
			experiment.cancel(refusal, now);
			return;
		}
		begin(experiment, Status.STARTING, now);
	}

	private void run(Experiment experiment, Instant now) {
		for (ObjectNode variant : experiment.variants().all()) {
			String model = Json.require(variant, "ModelName");
			if (model.endsWith(BROKEN_SUFFIX)) {
				fail(experiment, "The primary container for production variant %s did not pass the ping health check."
					.formatted(Json.require(variant, "VariantName")), now);
				return;
			}
		}
		deploy(experiment, now);
		experiment.settle(Status.RUNNING, now);
	}

	private void updated(Experiment experiment, Instant now) {
		if (experiment.isDeployed()) {
			deploy(experiment, now);
			experiment.settle(Status.RUNNING, now);
		}
		else {
			experiment.settle(Status.CREATED, now);
		}
	}

	private void finish(Experiment experiment, Instant now) {
		ObjectNode stop = experiment.stop();
		if (stop == null) {
			release(experiment, now);
			experiment.settle(Status.COMPLETED, now);
			return;
		}
		Outcome outcome = Outcome.of(experiment, stop);
		this.world.catalog().deploy(endpoint(experiment), outcome.production(), outcome.shadows(), now);
		experiment.withdrawn();
		experiment.settle(outcome.status(), now);
	}

	private Endpoint endpoint(Experiment experiment) {
		return this.world.catalog().requireEndpoint(experiment.endpoint());
	}

}
