package dev.understudy.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

import org.jspecify.annotations.Nullable;

import dev.understudy.delivery.WaitingFor;

/**
 * What the first page shows. The lists are short, with the most urgent first.
 *
 * @param drafts how many drafts there are
 * @param submitting how many are on their way to SageMaker
 * @param live how many live ones there are by SageMaker's status, in the order of its
 * lifecycle; those never seen under an empty status
 * @param attention what somebody has to do something about
 * @param running those on their way to SageMaker, the latest first, then live ones that
 * are not waiting for their start, the next to end first
 * @param scheduled live ones that wait for their start, the next to start first
 * @param ended those that ended last
 */
public record Dashboard(long drafts, long submitting, SequencedMap<String, Long> live, List<Item> attention,
		List<Item> running, List<Item> scheduled, List<Item> ended) {

	public Dashboard {
		live = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(live));
		attention = List.copyOf(attention);
		running = List.copyOf(running);
		scheduled = List.copyOf(scheduled);
		ended = List.copyOf(ended);
	}

	/**
	 * An experiment with how it stands.
	 *
	 * @param experiment the experiment
	 * @param standing how it stands
	 * @param waiting what its unfinished operation waits for
	 */
	public record Item(ExperimentSummary experiment, Standing standing, @Nullable WaitingFor waiting) {

		static Item of(ExperimentSummary experiment, @Nullable WaitingFor waiting) {
			return new Item(experiment, Standing.of(experiment, (waiting != null) ? waiting.kind().id() : null),
					waiting);
		}

	}

}
