package dev.understudy.target;

/**
 * Somebody named a target that this installation does not have.
 */
public class UnknownTargetException extends RuntimeException {

	private final String name;

	UnknownTargetException(String name) {
		super("There is no target named '%s'".formatted(name));
		this.name = name;
	}

	/**
	 * What was named.
	 * @return the name, as it was given
	 */
	public String name() {
		return this.name;
	}

}
