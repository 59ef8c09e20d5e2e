package dev.understudy.database;

import java.nio.file.Path;

/**
 * Another process works on the same data directory.
 */
class AlreadyRunningException extends RuntimeException {

	private final Path directory;

	AlreadyRunningException(Path directory) {
		super("Understudy is running already on " + directory);
		this.directory = directory;
	}

	Path directory() {
		return this.directory;
	}

}
