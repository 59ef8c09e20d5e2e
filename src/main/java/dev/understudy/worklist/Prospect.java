package dev.understudy.worklist;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.understudy.delivery.OperationType;
import dev.understudy.experiment.Experiment;
import dev.understudy.experiment.Hindrance;
import dev.understudy.experiment.Outline;
import dev.understudy.experiment.Pending;
import dev.understudy.experiment.Phase;
import dev.understudy.experiment.Sighting;
import dev.understudy.experiment.Standing;
import dev.understudy.shell.Words;

/**
 * What would become of one of many experiments.
 *
 * @param experiment the experiment
 * @param status what SageMaker says of it
 * @param standing how it stands
 * @param effect what would happen; null if it cannot
 * @param whyNot why it cannot; null if it can
 * @param operationId the operation that stands in the way, where one does
 */
public record Prospect(Experiment experiment, @Nullable String status, Standing standing, @Nullable Words effect,
		@Nullable Words whyNot, @Nullable UUID operationId) {

	static Prospect of(BulkOrder order, Experiment experiment) {
		Sighting seen = experiment.getSighting();
		String status = (seen != null) ? seen.status() : null;
		Words whyNot = whyNot(order, experiment, status);
		Pending pending = experiment.getPending();
		return new Prospect(experiment, status, Standing.of(experiment, null),
				(whyNot == null) ? effect(order, experiment.getOutline(), experiment) : null, whyNot,
				(whyNot != null && pending != null) ? pending.operationId() : null);
	}

	/**
	 * Whether it can be done as things stand.
	 * @return true unless something forbids it
	 */
	public boolean isPossible() {
		return this.whyNot == null;
	}

	private static @Nullable Words whyNot(BulkOrder order, Experiment experiment, @Nullable String status) {
		return switch (order.work()) {
			case DISCARD -> (experiment.getPhase() == Phase.DRAFT) ? null : Words.of("bulk.cannot.no-draft");
			case STOP_DISCARD, STOP_KEEP -> hindrance(OperationType.STOP, experiment, status);
			case TAG -> {
				Words hindrance = hindrance(OperationType.TAG, experiment, status);
				yield (hindrance == null && tags(order, experiment.getOutline()).isEmpty())
						? Words.of("bulk.cannot.no-change") : hindrance;
			}
			case LABEL -> experiment.getLabels().hasAll(order.labels()) ? Words.of("bulk.cannot.no-change") : null;
		};
	}

	private static @Nullable Words hindrance(OperationType type, Experiment experiment, @Nullable String status) {
		Hindrance hindrance = Hindrance.of(type, experiment);
		if (hindrance != null) {
			return Words.of(hindrance.message(), status);
		}
		Pending pending = experiment.getPending();
		return (pending == null || pending.isOvertakenBy(type)) ? null : Words.of("bulk.refused.in-flight");
	}

	private static Words effect(BulkOrder order, Outline it, Experiment experiment) {
		String key = "bulk.effect." + order.work().id();
		return switch (order.work()) {
			case DISCARD -> Words.of(key, String.valueOf(experiment.getRevision()));
			case STOP_DISCARD, STOP_KEEP -> Words.of(key, it.shadowVariant(), it.productionVariant(), it.endpoint());
			case TAG -> Words.of(key, String.join(", ", tags(order, it)));
			case LABEL -> Words.of(key, String.join(", ", order.labels()));
		};
	}

	/**
	 * The tags that would be others, as far as is known: set with +, taken away with -.
	 */
	private static List<String> tags(BulkOrder order, Outline it) {
		Stream<String> set = order.add()
			.stream()
			.map((tag) -> tag.key() + '=' + tag.value())
			.filter((tag) -> !it.tags().contains(tag))
			.map((tag) -> "+" + tag);
		Stream<String> taken = order.remove().stream().filter(it.tags()::contains).map((key) -> "−" + key);
		return Stream.concat(set, taken).toList();
	}

}
