package dev.understudy;

import java.util.Arrays;

import org.junit.jupiter.api.Assumptions;

/**
 * What the tests would like to find on the machine. A missing one skips tests loudly, or
 * fails them where <code>-Dunderstudy.require=docker,browser,awscli</code> names it.
 */
public enum Requirements {

	DOCKER, BROWSER, AWSCLI, PYTHON, TERRAFORM, CFNLINT;

	/**
	 * Whether doing without is not an option.
	 * @return true if the build was told to require it
	 */
	public boolean isRequired() {
		return Arrays.stream(System.getProperty("understudy.require", "").split(","))
			.anyMatch((name) -> name.strip().equalsIgnoreCase(name()));
	}

	/**
	 * Skips the calling test, or fails it where this is required.
	 * @param present whether it was found
	 * @param remedy what to install
	 */
	public void demand(boolean present, String remedy) {
		if (present) {
			return;
		}
		String message = "%s NOT FOUND: %s".formatted(name(), remedy);
		if (isRequired()) {
			throw new AssertionError(message);
		}
		System.err.printf("%n!!! %s !!! These tests are skipped.%n%n", message);
		Assumptions.abort(message);
	}

}
