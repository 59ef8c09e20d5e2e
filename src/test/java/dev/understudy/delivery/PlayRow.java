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
 * @param missingSince since when what is to be changed was not found
 * @param earlier when an earlier operation sent something that was never answered
 */
record PlayRow(OperationState state, long fence, boolean cancel, boolean asks, @Nullable Choice choice,
		List<Attempt> attempts, @Nullable Instant missingSince, @Nullable Instant earlier) {

	static PlayRow queued() {
		return new PlayRow(OperationState.QUEUED, 0, false, false, null, List.of(), null, null);
	}

	boolean isFinal() {
		return this.state.isFinal();
	}

	PlayRow ended(OperationState end) {
		return new PlayRow(end, this.fence, this.cancel, false, this.choice, this.attempts, this.missingSince,
				this.earlier);
	}

	PlayRow claimed() {
		return new PlayRow(this.state, this.fence + 1, this.cancel, this.asks, this.choice, this.attempts,
				this.missingSince, this.earlier);
	}

	PlayRow cancelAsked() {
		return new PlayRow(this.state, this.fence, true, this.asks, this.choice, this.attempts, this.missingSince,
				this.earlier);
	}

	PlayRow chosen(@Nullable Choice said) {
		return new PlayRow(this.state, this.fence, this.cancel, this.asks, said, this.attempts, this.missingSince,
				this.earlier);
	}

	PlayRow waiting(boolean asking) {
		return new PlayRow(this.state, this.fence, this.cancel, asking, this.choice, this.attempts, this.missingSince,
				this.earlier);
	}

	PlayRow missing(@Nullable Instant since) {
		return new PlayRow(this.state, this.fence, this.cancel, this.asks, this.choice, this.attempts, since,
				this.earlier);
	}

	PlayRow after(@Nullable Instant sent) {
		return new PlayRow(this.state, this.fence, this.cancel, this.asks, this.choice, this.attempts,
				this.missingSince, sent);
	}

	PlayRow intended(String call, Instant now) {
		List<Attempt> more = new ArrayList<>(this.attempts);
		more.add(new Attempt(more.size() + 1, call, "seen", now, null));
		return new PlayRow(OperationState.SENDING, this.fence, this.cancel, false, this.choice, more, this.missingSince,
				this.earlier);
	}

	PlayRow answered(int n, Answer answer) {
		List<Attempt> changed = new ArrayList<>(this.attempts);
		changed.replaceAll((it) -> (it.n() == n && it.answer() == null)
				? new Attempt(n, it.call(), it.seen(), it.sentAt(), answer) : it);
		return new PlayRow(this.state, this.fence, this.cancel, this.asks, this.choice, changed, this.missingSince,
				this.earlier);
	}

}
