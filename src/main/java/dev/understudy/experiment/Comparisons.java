package dev.understudy.experiment;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import dev.understudy.definition.Change;
import dev.understudy.definition.DefinitionDiff;
import dev.understudy.definition.Draft;
import dev.understudy.delivery.Operations;

/** Compares what an experiment was, was submitted as, and is. */
@Service
@Transactional(readOnly = true)
public class Comparisons {

	private final ExperimentStore store;

	private final Operations operations;

	Comparisons(ExperimentStore store, Operations operations) {
		this.store = store;
		this.operations = operations;
	}

	/**
	 * Compares.
	 * @param id the experiment
	 * @param from the side that is compared
	 * @param to the side it is compared with
	 * @return both, and where they differ
	 * @throws UnknownExperimentException if there is no such experiment or revision
	 * @throws NoSuchSideException if it was not submitted, or SageMaker said nothing
	 */
	public Comparison compare(UUID id, Side from, Side to) {
		Experiment experiment = this.store.get(id);
		Draft before = definition(experiment, from);
		Draft after = from.equals(to) ? before : definition(experiment, to);
		boolean live = from.kind() == Side.Kind.LIVE || to.kind() == Side.Kind.LIVE;
		List<Change> changes = live ? Drift.between(before.document(), after.document())
				: DefinitionDiff.between(before, after);
		return new Comparison(from, before, to, after, changes);
	}

	/**
	 * What an experiment has beside its revisions.
	 * @param experiment the experiment
	 * @return sides that can be compared
	 */
	public static List<Side> sides(Experiment experiment) {
		Sighting seen = experiment.getSighting();
		List<Side> submitted = (experiment.getOperationId() != null) ? List.of(Side.of("submitted")) : List.of();
		return (seen != null && seen.definition() != null)
				? Stream.concat(submitted.stream(), Stream.of(Side.of("live"))).toList()
				: submitted;
	}

	private Draft definition(Experiment experiment, Side side) {
		return switch (side.kind()) {
			case REVISION -> this.store.revision(experiment.getId(), side.number()).draft();
			case SUBMITTED -> submitted(experiment);
			case LIVE -> live(experiment);
		};
	}

	private Draft submitted(Experiment experiment) {
		UUID operation = experiment.getOperationId();
		if (operation == null) {
			throw new NoSuchSideException("Experiment %s was never submitted".formatted(experiment.getId()));
		}
		return Draft.parse(this.operations.get(operation).operation().payload());
	}

	private static Draft live(Experiment experiment) {
		Sighting seen = experiment.getSighting();
		if (seen == null || seen.definition() == null) {
			throw new NoSuchSideException(
					"SageMaker has not said yet what experiment %s is".formatted(experiment.getId()));
		}
		return Draft.parse(seen.definition());
	}

}
