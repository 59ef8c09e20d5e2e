package dev.understudy.experiment;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One side of a comparison: a revision, what was submitted, or what SageMaker said last.
 *
 * @param kind which of these
 * @param number the revision's number; 0 for the other kinds
 */
public record Side(Kind kind, int number) {

	private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

	/**
	 * A revision.
	 * @param number its number
	 * @return the side
	 */
	public static Side revision(int number) {
		return new Side(Kind.REVISION, number);
	}

	/**
	 * Reads the spelling of {@link #id()}.
	 * @param text a number, <code>submitted</code> or <code>live</code>
	 * @return the side
	 * @throws IllegalArgumentException if it is none of these
	 */
	public static Side of(String text) {
		Matcher number = NUMBER.matcher(text);
		if (number.matches()) {
			return revision(Integer.parseInt(text));
		}
		return switch (text) {
			case "submitted" -> new Side(Kind.SUBMITTED, 0);
			case "live" -> new Side(Kind.LIVE, 0);
			default -> throw new IllegalArgumentException("'%s' is no number, submitted or live".formatted(text));
		};
	}

	/**
	 * The spelling in URLs.
	 * @return a number, <code>submitted</code> or <code>live</code>
	 */
	public String id() {
		return switch (this.kind) {
			case REVISION -> Integer.toString(this.number);
			case SUBMITTED -> "submitted";
			case LIVE -> "live";
		};
	}

	/** What can be compared. */
	public enum Kind {

		/** A revision. */
		REVISION,

		/** What was given to delivery last, to be created. */
		SUBMITTED,

		/** What SageMaker said last. */
		LIVE

	}

}
