package dev.understudy.experiment;

import java.util.UUID;

import dev.understudy.definition.Draft;

/**
 * What somebody has typed into the form of a draft, sent by itself or by a button.
 *
 * @param form the form it was typed into, as it was given out
 * @param turn when, by the clock of that browser, in milliseconds; only grows in one form
 * @param seen sequence of the {@link WorkingCopy} that the form was made from, 0 for none
 * @param revision the revision that the form was made from, 0 for none
 * @param onto the latest revision that is taken in
 * @param definition what the form says as a definition
 * @param text the fields as they were typed, for making the form again
 */
public record Typing(UUID form, long turn, int seen, int revision, int onto, Draft definition, String text) {

	/**
	 * The same with another definition, on top of another revision.
	 * @param definition what is to be saved
	 * @param onto the revision that is taken in
	 * @return the rest as it is
	 */
	public Typing with(Draft definition, int onto) {
		return new Typing(this.form, this.turn, this.seen, this.revision, onto, definition, this.text);
	}

}
