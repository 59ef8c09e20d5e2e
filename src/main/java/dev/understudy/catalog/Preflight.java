package dev.understudy.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.springframework.stereotype.Component;

import dev.understudy.experiment.ExperimentView;
import dev.understudy.experiment.Experiments;
import dev.understudy.experiment.Phase;

/**
 * Checks drafts against the account they are meant for: remote calls, all of them within
 * three seconds. Nothing is kept of it.
 */
@Component
public class Preflight {

	private final Experiments experiments;

	private final Scout scout;

	private final Speech speech;

	Preflight(Experiments experiments, Scout scout, Speech speech) {
		this.experiments = experiments;
		this.scout = scout;
		this.speech = speech;
	}

	/**
	 * Checks a draft. Never within a transaction.
	 * @param id the experiment
	 * @param locale the reader's language
	 * @return what the checks came to
	 * @throws dev.understudy.experiment.UnknownExperimentException if there is none
	 * @throws NotADraftException if it was submitted already
	 */
	public Report run(UUID id, Locale locale) {
		ExperimentView view = this.experiments.get(id);
		if (view.experiment().getPhase() != Phase.DRAFT) {
			throw new NotADraftException(view.experiment().getPhase());
		}
		Scene scene = this.scout.look(view, true);
		return new Report(view,
				PreflightChecks.run(scene).stream().map((it) -> this.speech.say(it, scene.now(), locale)).toList(),
				scene.now());
	}

	/**
	 * What the checks of one draft came to.
	 *
	 * @param view the draft
	 * @param checks each check, what matters most first
	 * @param at when
	 */
	public record Report(ExperimentView view, List<SpokenCheck> checks, Instant at) {

		public Report {
			checks = List.copyOf(checks);
		}

		/**
		 * The checks that came to something.
		 * @param outcome to what
		 * @return possibly none
		 */
		public List<SpokenCheck> of(Outcome outcome) {
			return this.checks.stream().filter((check) -> check.outcome() == outcome).toList();
		}

	}

}
