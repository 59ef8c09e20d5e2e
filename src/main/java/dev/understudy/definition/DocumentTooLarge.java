package dev.understudy.definition;

/**
 * A document of more than {@value #LIMIT} bytes.
 */
public class DocumentTooLarge extends RuntimeException {

	/**
	 * The most a document may take as UTF-8, in bytes.
	 */
	public static final int LIMIT = 256 * 1024;

	DocumentTooLarge() {
		super("A definition may take at most 256 KB");
	}

}
