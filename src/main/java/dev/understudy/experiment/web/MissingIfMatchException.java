package dev.understudy.experiment.web;

/** A definition was to be replaced without saying which revision was edited. */
class MissingIfMatchException extends RuntimeException {

	MissingIfMatchException() {
		super("Say which revision you edited: If-Match with the ETag of the definition, such as \"3\"");
	}

}
