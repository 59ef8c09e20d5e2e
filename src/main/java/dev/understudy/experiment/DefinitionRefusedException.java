package dev.understudy.experiment;

import java.util.List;

import dev.understudy.definition.Finding;

/**
 * A definition with error findings was to be submitted.
 */
public class DefinitionRefusedException extends RuntimeException {

	private final transient List<Finding> findings;

	DefinitionRefusedException(List<Finding> findings) {
		super("The definition has %d errors".formatted(findings.stream().filter(Finding::forbids).count()));
		this.findings = List.copyOf(findings);
	}

	static void ifForbidden(List<Finding> findings) {
		if (findings.stream().anyMatch(Finding::forbids)) {
			throw new DefinitionRefusedException(findings);
		}
	}

	/**
	 * Everything that was found, errors and warnings.
	 * @return at least one error
	 */
	public List<Finding> findings() {
		return this.findings;
	}

}
