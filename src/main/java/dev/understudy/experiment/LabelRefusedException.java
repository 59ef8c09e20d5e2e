package dev.understudy.experiment;

import java.util.Locale;

/** A label, or one more, cannot be taken. */
public class LabelRefusedException extends RuntimeException {

	private final Reason reason;

	LabelRefusedException(Reason reason, String label) {
		super(reason.words + (label.isEmpty() ? "" : ": \"%s\"".formatted(label)));
		this.reason = reason;
	}

	/**
	 * Why not.
	 * @return the reason
	 */
	public Reason reason() {
		return this.reason;
	}

	/** Why a label cannot be taken. */
	public enum Reason {

		/** There is nothing in it. */
		EMPTY("A label has at least one character"),

		/** It has more characters than a label may have. */
		TOO_LONG("A label has at most %d characters".formatted(Labels.LONGEST)),

		/** There are as many already as there may be. */
		TOO_MANY("An experiment has at most %d labels".formatted(Labels.MOST)),

		/** It has a comma, a control character or half of one. */
		UNSTORABLE("A label has no comma and no control character");

		private final String words;

		Reason(String words) {
			this.words = words;
		}

		/**
		 * The spelling in problem codes and message keys.
		 * @return the name in lower case, with hyphens
		 */
		public String id() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
