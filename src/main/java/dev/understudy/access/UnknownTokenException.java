package dev.understudy.access;

import java.util.UUID;

/** There is no such token, or it is somebody else's. */
public class UnknownTokenException extends RuntimeException {

	UnknownTokenException(UUID id) {
		super("There is no token %s".formatted(id));
	}

}
