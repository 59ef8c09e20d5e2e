package dev.understudy.exchange;

import java.util.List;

import dev.understudy.experiment.ExperimentView;

/**
 * An experiment that was begun with an imported definition.
 *
 * @param view the experiment
 * @param findings what is wrong or risky about it, with where it stands in the text
 * @param notices what was left out of the text
 */
public record Imported(ExperimentView view, List<LocatedFinding> findings, List<Notice> notices) {

	public Imported {
		findings = List.copyOf(findings);
		notices = List.copyOf(notices);
	}

}
