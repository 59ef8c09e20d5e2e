package dev.understudy.tracking;

import java.util.UUID;

/**
 * Nothing was found by that id.
 */
public class UnknownFoundException extends RuntimeException {

	UnknownFoundException(UUID id) {
		super("Nothing was found by the id " + id);
	}

}
