package dev.understudy.experiment;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.understudy.definition.Finding;

/**
 * An experiment as a page or a program gets it.
 *
 * @param experiment the experiment itself
 * @param revision its latest revision
 * @param findings what is wrong or risky about that, while there is something to do about
 * it: in a draft, and after a name conflict
 * @param bond what holds a draft besides the rules that hold all; null for nothing
 */
public record ExperimentView(Experiment experiment, Revision revision, List<Finding> findings, @Nullable Bond bond) {

	public ExperimentView {
		findings = List.copyOf(findings);
	}

	/**
	 * Whether it could be submitted as it is.
	 * @return true if it is a draft without error findings
	 */
	public boolean isSubmittable() {
		return this.experiment.getPhase() == Phase.DRAFT && this.findings.stream().noneMatch(Finding::forbids);
	}

}
