package dev.understudy.experiment;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.understudy.definition.Draft;
import dev.understudy.definition.Finding;
import dev.understudy.definition.Purpose;
import dev.understudy.target.Target;
import dev.understudy.target.Targets;

/**
 * Puts an experiment together with what is found about it now.
 */
@Component
class Views {

	private final Inspection inspection;

	private final Binding binding;

	private final Targets targets;

	private final Clock clock;

	Views(Inspection inspection, Binding binding, Targets targets, Clock clock) {
		this.inspection = inspection;
		this.binding = binding;
		this.targets = targets;
		this.clock = clock;
	}

	/** Only of a draft is found what it says; what became of it stays findable. */
	ExperimentView view(Experiment experiment, Revision revision) {
		if (experiment.getPhase() == Phase.DRAFT) {
			Bond bond = this.binding.of(experiment);
			return new ExperimentView(experiment, revision, findings(experiment, revision, bond), bond);
		}
		Bond bond = experiment.isInConflict() ? this.binding.of(experiment) : null;
		return new ExperimentView(experiment, revision, setback(experiment), bond);
	}

	List<Finding> findings(Experiment experiment, Revision revision) {
		return findings(experiment, revision, this.binding.of(experiment));
	}

	List<Finding> findings(Draft draft, Target target, @Nullable Bond bond) {
		return this.inspection.findings(draft, target, Purpose.CREATE, bond, this.clock.instant());
	}

	private List<Finding> findings(Experiment experiment, Revision revision, @Nullable Bond bond) {
		List<Finding> findings = new ArrayList<>(setback(experiment));
		findings.addAll(findings(revision.draft(), this.targets.get(experiment.getTarget()), bond));
		return findings;
	}

	private static List<Finding> setback(Experiment experiment) {
		Setback setback = experiment.getSetback();
		return (setback != null) ? setback.findings() : List.of();
	}

}
