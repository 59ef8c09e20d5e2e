package dev.understudy.discussion;

import java.util.Locale;

/** A comment cannot be taken as it is, or not be taken back. */
public class CommentRefusedException extends RuntimeException {

	private final Reason reason;

	CommentRefusedException(Reason reason) {
		super(reason.words);
		this.reason = reason;
	}

	/**
	 * Why not.
	 * @return the reason
	 */
	public Reason reason() {
		return this.reason;
	}

	/** Why a comment is refused. */
	public enum Reason {

		/** There is nothing in it. */
		EMPTY("A comment has at least one character"),

		/** It has more characters than a comment may have. */
		TOO_LONG("A comment has at most %d characters".formatted(Comment.LONGEST)),

		/** It has a NUL or half a character. */
		UNSTORABLE("A comment has no NUL and no unpaired surrogate"),

		/** Only who wrote it takes it back. */
		NOT_YOURS("Only its author takes a comment back");

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
