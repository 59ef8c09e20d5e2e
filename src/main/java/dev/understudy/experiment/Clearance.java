package dev.understudy.experiment;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import dev.understudy.definition.Finding;

/**
 * Asks everybody who has a say before a draft is submitted. It comes before the
 * transaction of {@link Experiments#submit}, which knows nothing of it: remote calls may
 * be made here.
 */
@Component
public class Clearance {

	private final Experiments experiments;

	private final List<BeforeSubmitting> inspectors;

	Clearance(Experiments experiments, ObjectProvider<BeforeSubmitting> inspectors) {
		this.experiments = experiments;
		this.inspectors = inspectors.orderedStream().toList();
	}

	/**
	 * Makes sure that nothing speaks against submitting. Nobody is asked about what
	 * cannot be submitted anyway.
	 * @param id the experiment
	 * @param revision the revision that was reviewed; null for the latest
	 * @return the revision that nothing speaks against, which is the one to submit
	 * @throws UnknownExperimentException if there is no such experiment
	 * @throws PreflightBlockedException if something does
	 */
	public int ensure(UUID id, @Nullable Integer revision) {
		ExperimentView view = this.experiments.get(id);
		boolean stale = revision != null && revision != view.revision().number();
		int asked = (revision != null) ? revision : view.revision().number();
		if (stale || !view.isSubmittable()) {
			return asked;
		}
		List<Finding> findings = this.inspectors.stream()
			.flatMap((inspector) -> inspector.inspect(view).stream())
			.toList();
		if (findings.stream().anyMatch(Finding::forbids)) {
			throw new PreflightBlockedException(findings);
		}
		return asked;
	}

}
