package dev.understudy.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.springframework.stereotype.Component;

import dev.understudy.experiment.CurrentDraft;
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
		CurrentDraft current = this.experiments.current(id);
		if (current.phase() != Phase.DRAFT) {
			throw new NotADraftException(current.phase());
		}
		Scene scene = this.scout.look(current, this.experiments.check(current.draft(), current.target()), true);
		return new Report(current,
				PreflightChecks.run(scene).stream().map((it) -> this.speech.say(it, scene.now(), locale)).toList(),
				scene.now());
	}

	/**
	 * What the checks of one draft came to.
	 *
	 * @param current the draft
	 * @param checks each check, what matters most first
	 * @param at when
	 */
	public record Report(CurrentDraft current, List<SpokenCheck> checks, Instant at) {

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
