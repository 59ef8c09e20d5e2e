package dev.understudy.definition;

/**
 * Text that is not the strict JSON we read: a syntax error, a member given twice, text
 * after the end, too deep, or not an object.
 */
public class MalformedDocument extends RuntimeException {

	private final int line;

	private final int column;

	MalformedDocument(String message, int line, int column) {
		super(message);
		this.line = line;
		this.column = column;
	}

	/**
	 * The line of the fault, from 1; 0 when it has no place in a text.
	 */
	public int line() {
		return this.line;
	}

	/**
	 * The column of the fault, from 1; 0 when it has no place in a text.
	 */
	public int column() {
		return this.column;
	}

}
