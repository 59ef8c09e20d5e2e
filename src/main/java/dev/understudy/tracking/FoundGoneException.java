package dev.understudy.tracking;

/**
 * What was found is not there any more.
 */
public class FoundGoneException extends RuntimeException {

	private final String name;

	FoundGoneException(Found found) {
		super("SageMaker does not have '%s' any more, or something else by that name".formatted(found.name()));
		this.name = found.name();
	}

	/**
	 * What is gone.
	 * @return its name
	 */
	public String name() {
		return this.name;
	}

}
