package dev.understudy.experiment;

import java.util.List;

import tools.jackson.databind.node.ObjectNode;

import dev.understudy.definition.Change;
import dev.understudy.definition.Draft;
import dev.understudy.definition.Finding;

/**
 * What an update asks for (AWS API: UpdateInferenceExperiment).
 *
 * @param definition the whole definition as it would be afterwards
 * @param changes where that differs from what was seen; before and after
 * @param asked the members that differ, as they are wanted; of the schedule the times
 * that differ
 * @param seen the same members as they were seen; absent where there was nothing
 * @param findings what is wrong or risky about the changes
 */
public record UpdatePlan(Draft definition, List<Change> changes, ObjectNode asked, ObjectNode seen,
		List<Finding> findings) {

	public UpdatePlan {
		changes = List.copyOf(changes);
		findings = List.copyOf(findings);
	}

	/**
	 * Whether it could be asked for as it is.
	 * @return true if something differs and nothing is wrong
	 */
	public boolean isPossible() {
		return !this.changes.isEmpty() && this.findings.stream().noneMatch(Finding::forbids);
	}

}
