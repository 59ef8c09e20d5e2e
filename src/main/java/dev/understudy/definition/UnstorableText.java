package dev.understudy.definition;

import java.util.List;

/**
 * A document with values that cannot be kept: NUL and unpaired surrogates, which
 * PostgreSQL refuses, or a number beyond the range of a double, which has no canonical
 * form and so no hash.
 */
public class UnstorableText extends RuntimeException {

	private final transient List<Finding> findings;

	UnstorableText(List<Finding> findings) {
		super("The document holds values that cannot be stored");
		this.findings = List.copyOf(findings);
	}

	/**
	 * Where, and why.
	 */
	public List<Finding> findings() {
		return this.findings;
	}

}
