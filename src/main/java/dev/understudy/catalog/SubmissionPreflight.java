package dev.understudy.catalog;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import dev.understudy.definition.Finding;
import dev.understudy.delivery.BeforeLooking;
import dev.understudy.delivery.BeforeSending;
import dev.understudy.delivery.ClosedGate;
import dev.understudy.delivery.Operation;
import dev.understudy.delivery.OperationType;
import dev.understudy.delivery.Sentences;
import dev.understudy.experiment.BeforeSubmitting;
import dev.understudy.experiment.CurrentDraft;
import dev.understudy.experiment.ExperimentView;
import dev.understudy.experiment.Experiments;
import dev.understudy.shell.Words;

/**
 * The preflight of a submission: before somebody submits, where any block forbids it, and
 * again before it is sent if that has taken a while. What was seen is kept, so that the
 * gate only has to read. Blocks that pass by themselves hold nothing that is on its way:
 * SageMaker has the last word on those. The name is not asked for here, since delivery
 * looks itself.
 */
@Component
class SubmissionPreflight implements BeforeSubmitting, BeforeLooking, BeforeSending {

	private final Scout scout;

	private final Experiments experiments;

	private final PreflightStore store;

	private final Speech speech;

	private final CatalogProperties properties;

	private final Clock clock;

	SubmissionPreflight(Scout scout, Experiments experiments, PreflightStore store, Speech speech,
			CatalogProperties properties, Clock clock) {
		this.scout = scout;
		this.experiments = experiments;
		this.store = store;
		this.speech = speech;
		this.properties = properties;
		this.clock = clock;
	}

	@Override
	public List<Finding> inspect(ExperimentView view) {
		Locale locale = LocaleContextHolder.getLocale();
		return run(view).stream()
			.filter(CheckResult::blocks)
			.map((result) -> this.speech.say(result, this.clock.instant(), locale))
			.map((check) -> Finding.error(check.pointer(), check.id(), check.evidence(), check.remedy()))
			.toList();
	}

	// What came without a preflight is SageMaker's to judge.
	@Override
	public void look(Operation operation) {
		if (operation.type() != OperationType.CREATE) {
			return;
		}
		Instant oldest = this.clock.instant().minus(this.properties.fresh());
		this.store.ranAt(operation.experimentId(), operation.sha256())
			.filter((at) -> at.isBefore(oldest))
			.map((at) -> this.experiments.get(operation.experimentId()))
			.filter((view) -> view.revision().sha256().equals(operation.sha256()))
			.ifPresent(this::run);
	}

	@Override
	public Optional<ClosedGate> inspect(Operation operation, Instant now) {
		return (operation.type() == OperationType.CREATE)
				? this.store.closed(operation.experimentId(), operation.sha256()) : Optional.empty();
	}

	private List<CheckResult> run(ExperimentView view) {
		Scene scene = this.scout.look(CurrentDraft.of(view), view.findings(), false);
		List<CheckResult> results = PreflightChecks.run(scene);
		@Nullable ClosedGate closed = results.stream()
			.filter((result) -> result.blocks() && result.lasting())
			.findFirst()
			.map(SubmissionPreflight::closed)
			.orElse(null);
		this.store.keep(view.experiment().getId(), view.revision().sha256(), scene.now(), closed);
		return results;
	}

	/** Evidence and remedy as they are recorded, which is without their age. */
	static ClosedGate closed(CheckResult check) {
		Words recorded = new Words("preflight." + check.id(), check.evidence().arguments());
		return new ClosedGate(check.id().replace('.', '-'), recorded(recorded), false);
	}

	private static String recorded(Words words) {
		return Sentences.say(words.key(),
				words.arguments()
					.stream()
					.map((argument) -> (argument instanceof Words inner) ? recorded(inner) : argument)
					.toArray());
	}

}
