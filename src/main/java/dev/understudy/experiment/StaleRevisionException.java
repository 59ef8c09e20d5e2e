package dev.understudy.experiment;

/**
 * Somebody edited, or wants to submit, a revision that is not the latest any more.
 */
public class StaleRevisionException extends RuntimeException {

	private final int expected;

	private final transient Revision current;

	StaleRevisionException(int expected, Revision current) {
		super("Revision %d is not the latest any more: %s saved revision %d meanwhile".formatted(expected,
				current.author(), current.number()));
		this.expected = expected;
		this.current = current;
	}

	/**
	 * The revision that was taken for the latest.
	 * @return its number
	 */
	public int expected() {
		return this.expected;
	}

	/**
	 * The latest revision: who made it, when, and what it says.
	 * @return the revision as stored
	 */
	public Revision current() {
		return this.current;
	}

}
