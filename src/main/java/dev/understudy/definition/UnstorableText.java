package dev.understudy.definition;

import java.util.List;

/**
 * A document with values PostgreSQL cannot keep: NUL, unpaired surrogates, or a number
 * beyond the range of a double.
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
