package dev.understudy.delivery;

import java.util.UUID;

/**
 * Somebody named an operation that does not exist.
 */
public class UnknownOperationException extends RuntimeException {

	/**
	 * Refuses.
	 * @param id the id that was named
	 */
	public UnknownOperationException(UUID id) {
		super("There is no operation " + id);
	}

}
