package dev.understudy.exchange;

/**
 * A place in a text.
 *
 * @param line counts from 1
 * @param column counts characters of the line from 1
 */
public record Place(int line, int column) {

	/**
	 * Where every text begins.
	 */
	public static final Place START = new Place(1, 1);

}
