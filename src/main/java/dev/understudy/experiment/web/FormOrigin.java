package dev.understudy.experiment.web;

import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.understudy.definition.Draft;
import dev.understudy.experiment.Typing;

/**
 * What a form of a draft carries along about itself, so that whoever gets it back knows
 * what its sender had seen.
 *
 * @param revision the revision it was made from, none for a new draft
 * @param onto the latest revision that is taken in; the one it was made from unless told
 * @param seen sequence of the working copy it was made from
 * @param window its id, as it was given out
 * @param turn when it was sent, by the clock of the browser, in milliseconds
 */
record FormOrigin(@Nullable Integer revision, @Nullable Integer onto, @Nullable Integer seen, @Nullable UUID window,
		@Nullable Long turn) {

	static final FormOrigin NONE = new FormOrigin(null, null, null, null, null);

	public int base() {
		return Objects.requireNonNullElse(this.revision, 0);
	}

	public int taken() {
		return Objects.requireNonNullElse(this.onto, base());
	}

	public int sequence() {
		return Objects.requireNonNullElse(this.seen, 0);
	}

	public UUID form() {
		return Objects.requireNonNull(this.window, "An id is given to every form");
	}

	long at() {
		return Objects.requireNonNullElse(this.turn, 0L);
	}

	/** A form that has begun an experiment was made from nothing and has seen the first revision. */
	FormOrigin begun() {
		return new FormOrigin(0, Math.max(1, taken()), this.seen, this.window, this.turn);
	}

	/** One that was sent without an id is a form of its own. */
	FormOrigin in(Supplier<UUID> another) {
		return (this.window != null) ? this
				: new FormOrigin(this.revision, this.onto, this.seen, another.get(), this.turn);
	}

	FormOrigin onto(int revision) {
		return new FormOrigin(this.revision, revision, this.seen, this.window, this.turn);
	}

	Typing typing(Draft definition, String text) {
		return new Typing(form(), at(), sequence(), base(), taken(), definition,
				text);
	}

}
