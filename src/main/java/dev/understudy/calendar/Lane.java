package dev.understudy.calendar;

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
 */
public record Lane(String target, @Nullable String endpoint, List<Entry> entries) {

	public Lane {
		entries = List.copyOf(entries);
	}

	/**
	 * Sorts occupations into lanes and finds those in each other's way.
	 * @param occupations any, by begin
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
			.map((lane) -> new Lane(lane.getKey().target(), lane.getKey().endpoint(), entries(lane.getValue())))
			.sorted(Comparator.comparing(Lane::endpoint, Comparator.nullsLast(Comparator.<String>naturalOrder()))
				.thenComparing(Lane::target))
			.toList();
	}

	/**
	 * Whether any two are in each other's way.
	 * @return true if so
	 */
	public boolean isContested() {
		return this.entries.stream().anyMatch((entry) -> !entry.conflicts().isEmpty());
	}

	private static List<Entry> entries(List<Occupation> lane) {
		return lane.stream().map((it) -> new Entry(it, lane.stream().filter(it::conflictsWith).toList())).toList();
	}

	/**
	 * What takes an endpoint.
	 *
	 * @param it the occupation
	 * @param conflicts others that are in its way
	 */
	public record Entry(Occupation it, List<Occupation> conflicts) {

		public Entry {
			conflicts = List.copyOf(conflicts);
		}

	}

	private record Key(String target, @Nullable String endpoint) {

		static Key of(ExperimentSummary experiment) {
			String endpoint = experiment.endpoint();
			return new Key(experiment.target(), Objects.requireNonNullElse(endpoint, "").isBlank() ? null : endpoint);
		}

	}

}
