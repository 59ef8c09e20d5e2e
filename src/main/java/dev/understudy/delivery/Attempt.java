package dev.understudy.delivery;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One try to send an operation.
 *
 * @param n its number, from 1
 * @param call the operation of AWS's API that was called
 * @param seen what had been seen before it, in words
 * @param sentAt when the intent to send was written, by the database's clock
 * @param answer what came of it; absent while nobody knows
 */
public record Attempt(int n, String call, String seen, Instant sentAt, @Nullable Answer answer) {

	/**
	 * How long the answer took.
	 * @return the time between intent and answer, or null without an answer
	 */
	public @Nullable Duration duration() {
		return (this.answer != null) ? Duration.between(this.sentAt, this.answer.at()) : null;
	}

	/**
	 * Whether it never left this machine.
	 * @return true if our own guard held it back, or no connection could be made
	 */
	public boolean isHeldBack() {
		return isAnswered(Answer.Kind.NOT_SENT);
	}

	boolean isUnanswered() {
		return this.answer == null || this.answer.kind() == Answer.Kind.UNCLEAR;
	}

	boolean isAnswered(Answer.Kind kind) {
		return this.answer != null && this.answer.kind() == kind;
	}

}
