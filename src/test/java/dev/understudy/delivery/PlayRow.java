package dev.understudy.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An operation and its attempts, as they stand in the database.
 *
 * @param state how far it got
 * @param fence how often it was claimed
 * @param cancel whether somebody wants it undone
 * @param asks whether a person is asked if what stands there is ours
 * @param choice what the person said
 * @param attempts every attempt so far
 */
record PlayRow(OperationState state, long fence, boolean cancel, boolean asks, @Nullable Choice choice,
		List<Attempt> attempts) {

	static PlayRow queued() {
		return new PlayRow(OperationState.QUEUED, 0, false, false, null, List.of());
	}

	boolean isFinal() {
		return this.state.isFinal();
	}

	PlayRow ended(OperationState end) {
		return new PlayRow(end, this.fence, this.cancel, false, this.choice, this.attempts);
	}

	PlayRow claimed() {
		return new PlayRow(this.state, this.fence + 1, this.cancel, this.asks, this.choice, this.attempts);
	}

	PlayRow cancelAsked() {
		return new PlayRow(this.state, this.fence, true, this.asks, this.choice, this.attempts);
	}

	PlayRow chosen(Choice choice) {
		return new PlayRow(this.state, this.fence, this.cancel, this.asks, choice, this.attempts);
	}

	PlayRow waiting(boolean choice) {
		return new PlayRow(this.state, this.fence, this.cancel, choice, this.choice, this.attempts);
	}

	PlayRow intended(@Nullable Choice choice, Instant now) {
		List<Attempt> more = new ArrayList<>(this.attempts);
		more.add(new Attempt(more.size() + 1, "not there", now, null));
		return new PlayRow(OperationState.SENDING, this.fence, this.cancel, false, choice, more);
	}

	PlayRow answered(int n, Answer answer) {
		List<Attempt> changed = new ArrayList<>(this.attempts);
		changed.replaceAll(
				(it) -> (it.n() == n && it.answer() == null) ? new Attempt(n, it.seen(), it.sentAt(), answer) : it);
		return new PlayRow(this.state, this.fence, this.cancel, this.asks, this.choice, changed);
	}

}
