package dev.understudy.simulator;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One inference experiment as SageMaker keeps it. It knows when it is due for its next
 * step; {@link Lifecycle} takes the step.
 */
final class Experiment {

	/** AWS API: an experiment without an end ends after seven days. */
	static final Duration DEFAULT_LENGTH = Duration.ofDays(7);

	static final Duration GREATEST_LENGTH = Duration.ofDays(30);

	private static final String[] MEMBERS = { "Name", "Type", "RoleArn", "EndpointName", "ModelVariants",
			"ShadowModeConfig", "Description", "DataStorageConfig", "KmsKey" };

	private final String arn;

	private final ObjectNode definition = Json.object();

	private Status status = Status.CREATING;

	private @Nullable String statusReason;

	private Instant createdAt;

	private Instant modifiedAt;

	private @Nullable Instant completedAt;

	private Instant start;

	private Instant end;

	private @Nullable Instant settlesAt;

	/** The configuration its endpoint had before; there only while it is deployed. */
	private @Nullable String configBefore;

	private @Nullable ObjectNode stop;

	Experiment(String arn, ObjectNode request, Instant now) {
		this.arn = arn;
		Json.copy(request, this.definition, MEMBERS);
		this.createdAt = now;
		this.modifiedAt = now;
		JsonNode schedule = request.path("Schedule");
		Instant wantedStart = Json.time(schedule, "StartTime");
		Instant wantedEnd = Json.time(schedule, "EndTime");
		this.start = (wantedStart != null) ? wantedStart : now;
		this.end = (wantedEnd != null) ? wantedEnd : this.start.plus(DEFAULT_LENGTH);
	}

	String arn() {
		return this.arn;
	}

	String name() {
		return Json.require(this.definition, "Name");
	}

	String endpoint() {
		return Json.require(this.definition, "EndpointName");
	}

	ObjectNode definition() {
		return this.definition;
	}

	Variants variants() {
		return new Variants(this.definition);
	}

	Status status() {
		return this.status;
	}

	@Nullable String statusReason() {
		return this.statusReason;
	}

	Instant createdAt() {
		return this.createdAt;
	}

	Instant modifiedAt() {
		return this.modifiedAt;
	}

	@Nullable Instant completedAt() {
		return this.completedAt;
	}

	Instant start() {
		return this.start;
	}

	Instant end() {
		return this.end;
	}

	@Nullable String configBefore() {
		return this.configBefore;
	}

	@Nullable ObjectNode stop() {
		return this.stop;
	}

	boolean isDeployed() {
		return this.configBefore != null;
	}

	/** Whether it holds its endpoint, so that no other experiment can run there. */
	boolean occupiesEndpoint() {
		return isDeployed() || this.status == Status.STARTING
				|| (this.status == Status.CREATING && !this.start.isAfter(this.createdAt));
	}

	/**
	 * When its next step is due by itself, or null when it is final. No step is due
	 * before the one that led to it: a start may pass while it is still Creating.
	 */
	@Nullable Instant due() {
		Instant planned = switch (this.status) {
			case CREATING, STARTING, UPDATING, STOPPING -> this.settlesAt;
			case CREATED -> this.start;
			case RUNNING -> this.end;
			case COMPLETED, CANCELLED -> null;
		};
		return (planned != null && planned.isBefore(this.modifiedAt)) ? this.modifiedAt : planned;
	}

	void begin(Status transitional, Instant now, Duration provisioning) {
		this.status = transitional;
		this.settlesAt = now.plus(provisioning);
		this.modifiedAt = now;
	}

	void settle(Status settled, Instant now) {
		this.status = settled;
		this.settlesAt = null;
		this.modifiedAt = now;
		if (settled.isFinal()) {
			this.completedAt = now;
		}
	}

	void cancel(String reason, Instant now) {
		this.statusReason = reason;
		settle(Status.CANCELLED, now);
	}

	void deployedOver(String configName) {
		this.configBefore = configName;
	}

	void withdrawn() {
		this.configBefore = null;
	}

	void reschedule(Instant newStart, Instant newEnd) {
		this.start = newStart;
		this.end = newEnd;
	}

	void stopWith(ObjectNode request) {
		this.stop = request;
		this.statusReason = Json.text(request, "Reason");
	}

	/** Gives it another past, so that a sample can have been running for days. */
	void rewrite(Past past) {
		this.createdAt = past.createdAt();
		this.start = past.start();
		this.end = past.end();
		this.status = past.lifecycleStatus();
		this.statusReason = past.statusReason();
		this.settlesAt = null;
		this.stop = null;
		this.completedAt = past.completedAt();
		this.modifiedAt = past.modifiedAt();
	}

}
