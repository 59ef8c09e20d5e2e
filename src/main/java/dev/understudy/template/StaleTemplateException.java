package dev.understudy.template;

/** Somebody else has changed the template meanwhile. */
public class StaleTemplateException extends RuntimeException {

	private final transient Template current;

	StaleTemplateException(int expected, Template current) {
		super("Version %d was edited, but %s has saved version %d meanwhile".formatted(expected, current.author(),
				current.version()));
		this.current = current;
	}

	/**
	 * The template as it is now.
	 */
	public Template current() {
		return this.current;
	}

}
