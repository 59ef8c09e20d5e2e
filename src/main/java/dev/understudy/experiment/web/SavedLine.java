package dev.understudy.experiment.web;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.understudy.experiment.Revision;
import dev.understudy.experiment.WorkingCopy;

/**
 * One line about how safe what was typed is.
 *
 * @param outcome what became of it
 * @param at when it was saved, null where it was not
 * @param onto the latest revision that is taken in
 * @param by who saved the revision that is not taken in
 * @param revision the number of that
 * @param seen sequence of the working copy
 * @param window the form that was typed into last
 * @param turn when, by the clock of its browser
 */
record SavedLine(Outcome outcome, @Nullable Instant at, int onto, @Nullable String by, int revision, int seen,
		@Nullable UUID window, long turn) {

	static final SavedLine NOTHING = of(Outcome.NOTHING);

	static SavedLine of(Outcome outcome) {
		return new SavedLine(outcome, null, 0, null, 0, 0, null, 0);
	}

	static SavedLine of(Revision latest, @Nullable WorkingCopy copy) {
		if (copy == null) {
			return new SavedLine(Outcome.SAVED, latest.at(), latest.number(), null, latest.number(), 0, null, 0);
		}
		Outcome outcome = !copy.isPending() ? Outcome.SAVED
				: ((copy.onto() == latest.number()) ? Outcome.KEPT : Outcome.BEHIND);
		int onto = copy.isPending() ? copy.onto() : latest.number();
		Instant at = (copy.isPending() || latest.at().isBefore(copy.savedAt())) ? copy.savedAt() : latest.at();
		return new SavedLine(outcome, at, onto, latest.author(), latest.number(), copy.sequence(), copy.form(),
				copy.turn());
	}

	/** What can become of what was typed. */
	enum Outcome {

		/** Nothing was typed. */
		NOTHING,

		/** It is a revision. */
		SAVED,

		/** It is kept on top of the latest revision. */
		KEPT,

		/** It is kept on top of a revision that is not the latest any more. */
		BEHIND,

		/** The same person has typed into another window. */
		WINDOW,

		/** It is no draft any more. */
		FROZEN,

		/** It holds what cannot be stored. */
		REFUSED,

		/** It is for a target that is not there. */
		ASTRAY,

		/** It is too large. */
		TOO_LARGE;

		/** Its name in messages and attributes. */
		public String id() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

		/** Whether somebody has to know. */
		public boolean isTrouble() {
			return this != NOTHING && this != SAVED && this != KEPT;
		}

	}

}
