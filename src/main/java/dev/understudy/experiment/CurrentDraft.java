package dev.understudy.experiment;

import java.util.UUID;

import dev.understudy.definition.Draft;

/**
 * What an experiment says now, for those who only look at that.
 *
 * @param experimentId the experiment
 * @param phase where it is in its life
 * @param target name of the target it is for
 * @param draft its latest revision
 */
public record CurrentDraft(UUID experimentId, Phase phase, String target, Draft draft) {

	/**
	 * The same of what was read already.
	 * @param view an experiment with its latest revision
	 * @return what it says
	 */
	public static CurrentDraft of(ExperimentView view) {
		Experiment experiment = view.experiment();
		return new CurrentDraft(experiment.getId(), experiment.getPhase(), experiment.getTarget(),
				view.revision().draft());
	}

}
