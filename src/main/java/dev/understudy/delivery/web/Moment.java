package dev.understudy.delivery.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.understudy.delivery.Attempt;
import dev.understudy.delivery.Look;
import dev.understudy.delivery.OperationView;

/**
 * One thing that happened to an operation: SageMaker was looked at, or something was
 * sent.
 *
 * @param at when it began
 * @param look the look; absent for an attempt
 * @param attempt the attempt; absent for a look
 */
record Moment(Instant at, @Nullable Look look, @Nullable Attempt attempt) {

	/**
	 * All that happened, in the order of time; what was seen stands before what was sent
	 * upon it.
	 */
	static List<Moment> of(OperationView view) {
		return Stream
			.concat(view.looks().stream().map((it) -> new Moment(it.firstAt(), it, null)),
					view.attempts().stream().map((it) -> new Moment(it.sentAt(), null, it)))
			.sorted(Comparator.comparing(Moment::at))
			.toList();
	}

	public @Nullable Words seen() {
		return (this.look != null) ? Words.seen(this.look.seen()) : null;
	}

	public @Nullable Words decided() {
		return (this.look != null) ? Words.decided(this.look.decided()) : null;
	}

	/** Whether several looks showed the same. */
	public boolean isRepeated() {
		return this.look != null && this.look.times() > 1;
	}

	public @Nullable Long millis() {
		Duration duration = (this.look != null) ? this.look.duration()
				: (this.attempt != null) ? this.attempt.duration() : null;
		return (duration != null) ? duration.toMillis() : null;
	}

	public @Nullable String awsRequestId() {
		if (this.look != null) {
			return this.look.awsRequestId();
		}
		return (this.attempt != null && this.attempt.answer() != null) ? this.attempt.answer().awsRequestId() : null;
	}

}
