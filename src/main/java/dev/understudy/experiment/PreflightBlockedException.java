package dev.understudy.experiment;

import java.util.List;

import dev.understudy.definition.Finding;

/**
 * The account is not as the definition needs it.
 */
public class PreflightBlockedException extends RuntimeException {

	private final transient List<Finding> findings;

	PreflightBlockedException(List<Finding> findings) {
		super("Checks against the account that forbid this: %d"
			.formatted(findings.stream().filter(Finding::forbids).count()));
		this.findings = List.copyOf(findings);
	}

	/**
	 * What speaks against it.
	 * @return at least one error
	 */
	public List<Finding> findings() {
		return this.findings;
	}

}
