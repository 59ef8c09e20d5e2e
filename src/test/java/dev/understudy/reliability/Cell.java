package dev.understudy.reliability;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * One fault at one point: tried, or not, and then why not.
 *
 * @param point where
 * @param fault what
 */
record Cell(FaultPoint point, Fault fault) {

	/** Every one there is. */
	static List<Cell> all() {
		return Arrays.stream(FaultPoint.values())
			.flatMap((point) -> Arrays.stream(Fault.values()).map((fault) -> new Cell(point, fault)))
			.toList();
	}

	/** Those that are tried. */
	static List<Cell> tried() {
		return all().stream().filter((cell) -> cell.reason() == null).toList();
	}

	/** Why it is not tried; null if it is. */
	@Nullable String reason() {
		return switch (this.fault.kind()) {
			case HALT -> this.point.isTracking()
					? "no process is halted at a poll by plan: what one sighting writes, its experiment, audit entries and wake-ups, is one transaction, and a poll that was cut off is made again"
					: null;
			case PROCESS -> (this.point.isTracking() && this.fault == Fault.SECOND_REPLICA)
					? "two polls only read; what they tell is written by one transaction each, which locks the row"
					: null;
			case DATABASE -> database();
			case POOL -> this.point.isTransactional() ? "the transaction has its connection already" : null;
			case OUTAGE -> wire();
			case WIRE -> (this.fault == Fault.STALE_DESCRIBE) ? stale() : wire();
			case SOMEBODY -> somebody();
			case LIST -> (this.point == FaultPoint.POLL) ? null : "no list is read there";
		};
	}

	private @Nullable String database() {
		if (this.point.isTransactional()) {
			return null;
		}
		return "no transaction is open there; the next one is tried at " + switch (this.point) {
			case OBSERVE, TAGS -> "intent and confirm";
			case POLL -> "sight";
			default -> "response";
		};
	}

	private @Nullable String wire() {
		return (this.point.call() != null) ? null : "no call to SageMaker is made there";
	}

	private @Nullable String stale() {
		return switch (this.point) {
			case OBSERVE, TAGS, POLL -> null;
			default -> "nothing is read from SageMaker there";
		};
	}

	private @Nullable String somebody() {
		return switch (this.point) {
			case SEND, POLL, STOP, UPDATE, DELETE -> null;
			case OBSERVE, TAGS -> "it is the same as before the call that follows: send, stop, update, delete";
			default -> "no call to SageMaker is made there";
		};
	}

	/** A name for the experiment it is tried on. */
	String name() {
		return "%s-%s".formatted(this.point.id(), this.fault.name().toLowerCase(Locale.ROOT).replace('_', '-'));
	}

	@Override
	public String toString() {
		return "%s: %s".formatted(this.point.id(), this.fault.id());
	}

}
