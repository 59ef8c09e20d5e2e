package dev.understudy.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.understudy.experiment.ExperimentSummary;
import dev.understudy.experiment.Occupation;

/**
 * What takes one endpoint, by begin.
 *
 * @param target the target the endpoint is in
 * @param endpoint the endpoint; null for drafts that name none
 * @param entries what takes it
 * @param contests when more than one would take it
 */
public record Lane(String target, @Nullable String endpoint, List<Entry> entries, List<Contest> contests) {

	/** How many others that are in its way are named beside one. */
	static final int NAMED = 5;

	public Lane {
		entries = List.copyOf(entries);
		contests = List.copyOf(contests);
	}

	/**
	 * Sorts occupations into lanes and finds those in each other's way.
	 * @param occupations any
	 * @return lanes by endpoint and target, the one without an endpoint last
	 */
	public static List<Lane> of(List<Occupation> occupations) {
		Map<Key, List<Occupation>> lanes = new LinkedHashMap<>();
		for (Occupation it : occupations) {
			if (it.takesTime()) {
				lanes.computeIfAbsent(Key.of(it.experiment()), (key) -> new ArrayList<>()).add(it);
			}
		}
		return lanes.entrySet()
			.stream()
			.map((lane) -> Sweep.lane(lane.getKey().target(), lane.getKey().endpoint(), lane.getValue()))
			.sorted(Comparator.comparing(Lane::endpoint, Comparator.nullsLast(Comparator.<String>naturalOrder()))
				.thenComparing(Lane::target))
			.toList();
	}

	/**
	 * Whether any two are in each other's way.
	 * @return true if so
	 */
	public boolean isContested() {
		return !this.contests.isEmpty();
	}

	/**
	 * What takes an endpoint.
	 *
	 * @param it the occupation
	 * @param conflicts the first few others that are in its way, by begin
	 * @param more how many more there are of those
	 */
	public record Entry(Occupation it, List<Occupation> conflicts, int more) {

		public Entry {
			conflicts = List.copyOf(conflicts);
		}

	}

	/**
	 * Some time for which more than one would take the endpoint.
	 *
	 * @param begin its begin
	 * @param end its end
	 */
	public record Contest(Instant begin, Instant end) {

	}

	private record Key(String target, @Nullable String endpoint) {

		static Key of(ExperimentSummary experiment) {
			String endpoint = experiment.endpoint();
			return new Key(experiment.target(), Objects.requireNonNullElse(endpoint, "").isBlank() ? null : endpoint);
		}

	}

}
