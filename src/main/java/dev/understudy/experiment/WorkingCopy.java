package dev.understudy.experiment;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.understudy.definition.Draft;

/**
 * What one person has typed into the form of a draft since the revision it stands on. It
 * is no revision: nobody reviews or submits it, and the next keystroke replaces it.
 *
 * @param experimentId the draft
 * @param author whose it is
 * @param form the form that was typed into last
 * @param turn when, by the clock of that browser, in milliseconds
 * @param sequence counts from 1 whatever happens to it
 * @param revision the revision that the form was made from, 0 for none
 * @param onto the latest revision that is taken in
 * @param definition what it says as a definition
 * @param typed the fields as they were typed; null if it says nothing that the revision
 * does not
 * @param savedAt when it was saved
 */
public record WorkingCopy(UUID experimentId, String author, UUID form, long turn, int sequence, int revision, int onto,
		Draft definition, @Nullable String typed, Instant savedAt) {

	/**
	 * Whether it says something that is not in a revision yet.
	 * @return true until it is saved or thrown away
	 */
	public boolean isPending() {
		return this.typed != null;
	}

	/** Whether a form goes on with this, and not with what it was before. */
	boolean isContinuedBy(Typing typing) {
		return this.form.equals(typing.form()) || this.sequence == typing.seen();
	}

	/** Whether something that was typed later into the same form is here already. */
	boolean isLaterThan(Typing typing) {
		return this.form.equals(typing.form()) && this.turn >= typing.turn();
	}

	/** The same, once it is a revision or thrown away. */
	WorkingCopy settled(Revision now, Instant at) {
		return new WorkingCopy(this.experimentId, this.author, this.form, this.turn, this.sequence + 1, this.revision,
				now.number(), now.draft(), null, at);
	}

}
