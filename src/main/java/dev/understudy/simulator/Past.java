package dev.understudy.simulator;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an experiment is to look like as if it had lived until now: for samples and tests.
 *
 * @param status {@code Created}, {@code Running}, {@code Completed} or {@code Cancelled}
 * @param createdAt when it was created
 * @param start when it started, or is to start
 * @param end when it is to end, or was to
 * @param completedAt when it ended, for a final status
 * @param statusReason why it ended, at most 1024 characters
 */
public record Past(String status, Instant createdAt, Instant start, Instant end, @Nullable Instant completedAt,
		@Nullable String statusReason) {

	public Past {
		Status parsed = Status.of(status);
		if (parsed.isFinal() != (completedAt != null)) {
			throw new IllegalArgumentException("An ended experiment, and only that, has a completion time");
		}
		if (!parsed.isFinal() && parsed != Status.CREATED && parsed != Status.RUNNING) {
			throw new IllegalArgumentException("An experiment cannot be left in status " + status);
		}
		if (!end.isAfter(start)) {
			throw new IllegalArgumentException("An experiment cannot end before it starts");
		}
	}

	/** Created and waiting for its start. */
	public static Past scheduled(Instant createdAt, Instant start, Instant end) {
		return new Past(Status.CREATED.toString(), createdAt, start, end, null, null);
	}

	/** Running since its start. */
	public static Past running(Instant createdAt, Instant start, Instant end) {
		return new Past(Status.RUNNING.toString(), createdAt, start, end, null, null);
	}

	/** Ended as planned or stopped as completed. */
	public static Past completed(Instant createdAt, Instant start, Instant end, @Nullable String reason) {
		return new Past(Status.COMPLETED.toString(), createdAt, start, end, end, reason);
	}

	/** Stopped as cancelled, or failed at its end: AWS has no other status for that. */
	public static Past cancelled(Instant createdAt, Instant start, Instant end, String reason) {
		return new Past(Status.CANCELLED.toString(), createdAt, start, end, end, reason);
	}

	static Past of(ObjectNode input) {
		return new Past(Json.require(input, "Status"), instant(input, "CreationTime"), instant(input, "StartTime"),
				instant(input, "EndTime"), Json.time(input, "CompletionTime"), Json.text(input, "StatusReason"));
	}

	Status lifecycleStatus() {
		return Status.of(this.status);
	}

	Instant modifiedAt() {
		if (this.completedAt != null) {
			return this.completedAt;
		}
		return (lifecycleStatus() == Status.RUNNING) ? this.start : this.createdAt;
	}

	ObjectNode toInput() {
		ObjectNode input = Json.object()
			.put("Status", this.status)
			.put("CreationTime", Json.seconds(this.createdAt))
			.put("StartTime", Json.seconds(this.start))
			.put("EndTime", Json.seconds(this.end));
		if (this.completedAt != null) {
			input.put("CompletionTime", Json.seconds(this.completedAt));
		}
		if (this.statusReason != null) {
			input.put("StatusReason", this.statusReason);
		}
		return input;
	}

	private static Instant instant(ObjectNode input, String member) {
		Instant time = Json.time(input, member);
		if (time == null) {
			throw new IllegalArgumentException("%s is missing".formatted(member));
		}
		return time;
	}

}
