package dev.understudy.template.web;

/** A template was to be changed without saying which version was edited. */
class UnconditionalChangeException extends RuntimeException {

	UnconditionalChangeException() {
		super("Say which version you edited: If-Match with the ETag of the template, such as \"3\"");
	}

}
