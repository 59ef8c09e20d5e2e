package dev.understudy.experiment;

import java.util.List;

import dev.understudy.definition.Finding;

/**
 * A definition, or a change of what SageMaker has, has error findings.
 */
public class DefinitionRefusedException extends RuntimeException {

	private final transient List<Finding> findings;

	DefinitionRefusedException(List<Finding> findings) {
		super("Errors that forbid this: %d".formatted(findings.stream().filter(Finding::forbids).count()));
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
