package dev.understudy.experiment.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import dev.understudy.experiment.Dashboard;
import dev.understudy.experiment.Standing;

/**
 * The first look around the sandbox: a test that is running, one that failed and one that
 * is scheduled, as far as there are such.
 *
 * @param steps the steps there are, in their order
 */
record Tour(List<Step> steps) {

	private static final Set<Standing> FAILED = EnumSet.of(Standing.CANCELLED, Standing.RETURNED);

	Tour {
		steps = List.copyOf(steps);
	}

	/** The tour of what stands on a dashboard. */
	static Tour of(Dashboard dashboard) {
		return new Tour(Stream
			.of(step("running", dashboard.running(), Set.of(Standing.RUNNING)),
					step("failed", Stream.concat(dashboard.ended().stream(), dashboard.attention().stream()).toList(),
							FAILED),
					step("scheduled", dashboard.scheduled(), Set.of(Standing.SCHEDULED)))
			.flatMap((step) -> step)
			.toList());
	}

	private static Stream<Step> step(String kind, List<Dashboard.Item> items, Set<Standing> standings) {
		return items.stream()
			.filter((item) -> standings.contains(item.standing()))
			.limit(1)
			.flatMap((item) -> Stream.ofNullable(item.experiment().name())
				.map((name) -> new Step(kind, item.experiment().id(), name)));
	}

	/**
	 * One thing to look at.
	 *
	 * @param kind part of the keys of its words
	 * @param id the experiment
	 * @param name the experiment's name
	 */
	record Step(String kind, UUID id, String name) {

	}

}
