package dev.understudy.exchange;

import java.time.Clock;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import dev.understudy.definition.Draft;
import dev.understudy.definition.Finding;
import dev.understudy.exchange.Remark.Kind;
import dev.understudy.experiment.Experiment;
import dev.understudy.experiment.Experiments;
import dev.understudy.target.Target;
import dev.understudy.target.Targets;

/**
 * Writes definitions of experiments for the tools that people take them to.
 */
@Service
public class Exports {

	private final Experiments experiments;

	private final Targets targets;

	private final Clock clock;

	Exports(Experiments experiments, Targets targets, Clock clock) {
		this.experiments = experiments;
		this.targets = targets;
		this.clock = clock;
	}

	/**
	 * Writes one revision of an experiment's definition.
	 * @param id the experiment
	 * @param revision the revision's number; null for the latest
	 * @param format the format
	 * @return the export
	 * @throws dev.understudy.experiment.UnknownExperimentException if there is no such
	 * experiment or revision
	 * @throws dev.understudy.target.UnknownTargetException if its target is not
	 * configured any more
	 */
	public ExportedRevision export(UUID id, @Nullable Integer revision, Format format) {
		Experiment experiment = this.experiments.get(id).experiment();
		int number = (revision != null) ? revision : experiment.getRevision();
		Draft draft = this.experiments.revision(id, number).draft();
		Target target = this.targets.get(experiment.getTarget());
		Export export = Export.of(draft, target, format, this.clock.instant());
		long errors = this.experiments.check(export.definition(), target.name())
			.stream()
			.filter(Finding::forbids)
			.count();
		return new ExportedRevision(experiment, number,
				(errors > 0) ? export.with(Remark.of(Kind.ERRORS, String.valueOf(errors))) : export);
	}

}
