package dev.understudy.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.understudy.calendar.Lane.Contest;
import dev.understudy.calendar.Lane.Entry;
import dev.understudy.experiment.Occupation;

/**
 * Goes once through the begins and ends of what takes one endpoint. Whatever is under way
 * while another begins is in its way, and while two are under way the endpoint is
 * contested. What is over is in nobody's way.
 */
final class Sweep {

	private final Queue<Occupation> ending = new PriorityQueue<>(Comparator.comparing(Occupation::end));

	private final Map<UUID, Occupation> underWay = new LinkedHashMap<>();

	/** Those under way that have not as many names beside them as are told. */
	private final Map<UUID, List<Occupation>> wanting = new LinkedHashMap<>();

	private final Map<UUID, List<Occupation>> named = new HashMap<>();

	/** How many are in the way of each, once it has ended. */
	private final Map<UUID, Integer> others = new HashMap<>();

	private final List<Contest> contests = new ArrayList<>();

	private int begun;

	private @Nullable Instant contestedSince;

	/** The lane of what takes one endpoint. */
	static Lane lane(String target, @Nullable String endpoint, List<Occupation> occupations) {
		List<Occupation> all = occupations.stream().sorted(Comparator.comparing(Occupation::begin)).toList();
		Sweep sweep = new Sweep();
		if (endpoint != null) {
			all.stream().filter(Occupation::isOpen).forEach(sweep::begin);
			sweep.endUntil(Instant.MAX);
		}
		return new Lane(target, endpoint, all.stream().map(sweep::entry).toList(), sweep.contests);
	}

	private Entry entry(Occupation it) {
		List<Occupation> names = this.named.getOrDefault(it.id(), List.of());
		return new Entry(it, names, this.others.getOrDefault(it.id(), 0) - names.size());
	}

	private void begin(Occupation it) {
		endUntil(it.begin());
		this.begun += 1;
		this.others.put(it.id(), this.underWay.size() - this.begun);
		this.wanting.values().forEach((names) -> names.add(it));
		this.wanting.values().removeIf((names) -> names.size() == Lane.NAMED);
		List<Occupation> names = new ArrayList<>(this.underWay.values().stream().limit(Lane.NAMED).toList());
		this.named.put(it.id(), names);
		if (names.size() < Lane.NAMED) {
			this.wanting.put(it.id(), names);
		}
		this.underWay.put(it.id(), it);
		this.ending.add(it);
		if (this.underWay.size() == 2) {
			this.contestedSince = it.begin();
		}
	}

	private void endUntil(Instant time) {
		for (Occupation next = this.ending.peek(); next != null
				&& !next.end().isAfter(time); next = this.ending.peek()) {
			this.ending.remove();
			this.underWay.remove(next.id());
			this.wanting.remove(next.id());
			this.others.merge(next.id(), this.begun, Integer::sum);
			if (this.underWay.size() == 1 && this.contestedSince != null) {
				this.contests.add(new Contest(this.contestedSince, next.end()));
				this.contestedSince = null;
			}
		}
	}

}
