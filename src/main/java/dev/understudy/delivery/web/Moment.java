package dev.understudy.delivery.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.understudy.delivery.Attempt;
import dev.understudy.delivery.Look;
import dev.understudy.delivery.OperationView;

/**
 * One thing that happened to an operation: SageMaker was looked at, or something was
 * sent. The same in a row is one.
 *
 * @param at when it began
 * @param lastAt when it was so last
 * @param times how often
 * @param look the look; absent for an attempt
 * @param attempt the last attempt; absent for a look
 */
record Moment(Instant at, Instant lastAt, int times, @Nullable Look look, @Nullable Attempt attempt) {

	/**
	 * All that happened, in the order of time; what was seen stands before what was sent
	 * upon it.
	 */
	static List<Moment> of(OperationView view) {
		List<Moment> moments = new ArrayList<>();
		Stream
			.concat(view.looks().stream().map((it) -> new Moment(it.firstAt(), it.lastAt(), it.times(), it, null)),
					view.attempts().stream().map((it) -> new Moment(it.sentAt(), it.sentAt(), 1, null, it)))
			.sorted(Comparator.comparing(Moment::at))
			.forEach((next) -> {
				Moment last = moments.isEmpty() ? null : moments.getLast();
				if (last != null && next.isAgain(last.attempt)) {
					moments.set(moments.size() - 1, new Moment(last.at, next.at, last.times + 1, null, next.attempt));
				}
				else {
					moments.add(next);
				}
			});
		return moments;
	}

	/** Whether it was held back for the same reason as another attempt. */
	private boolean isAgain(@Nullable Attempt other) {
		return this.attempt != null && other != null && this.attempt.isHeldBack() && other.isHeldBack()
				&& this.attempt.call().equals(other.call()) && Objects.equals(reason(this.attempt), reason(other));
	}

	private static @Nullable String reason(Attempt attempt) {
		return (attempt.answer() != null) ? attempt.answer().code() : null;
	}

	public @Nullable Gist seen() {
		return (this.look != null) ? Gist.seen(this.look.seen()) : null;
	}

	public @Nullable Gist decided() {
		return (this.look != null) ? Gist.decided(this.look.decided()) : null;
	}

	/** Whether it was the same several times. */
	public boolean isRepeated() {
		return this.times > 1;
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
