package dev.understudy.worklist;

import java.util.UUID;

/** Nothing was asked under this id, or by somebody else, or too long ago. */
public class UnknownBulkRunException extends RuntimeException {

	UnknownBulkRunException(UUID id) {
		super("There is nothing under %s that you asked for".formatted(id));
	}

}
