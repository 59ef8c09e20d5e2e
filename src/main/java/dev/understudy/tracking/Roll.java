package dev.understudy.tracking;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.understudy.experiment.Sighting;
import dev.understudy.experiment.Watched;
import dev.understudy.sagemaker.ListPage;

/**
 * The live experiments that a walk through SageMaker's list has not come across yet.
 */
class Roll {

	/** Create may have been accepted this long before we learnt of it. */
	private static final Duration LEARNT_LATE = Duration.ofDays(1);

	private final Map<String, Watched> unseen = new HashMap<>();

	/** What must be gone, since a younger one has its name: the list cannot show it. */
	private final List<Watched> displaced = new ArrayList<>();

	private final Instant oldest;

	Roll(List<Watched> watched) {
		watched.stream().sorted(Comparator.comparing(Watched::liveAt)).forEach((one) -> {
			Watched older = this.unseen.put(one.name(), one);
			if (older != null) {
				this.displaced.add(older);
			}
		});
		this.oldest = watched.stream().map(Roll::created).min(Instant::compareTo).orElse(Instant.MAX);
	}

	/**
	 * Ticks an item off.
	 * @param item an item of the list
	 * @return the experiment it is about, if it is one of ours
	 */
	Optional<Watched> seen(ListPage.Item item) {
		return Optional.ofNullable(this.unseen.remove(item.name()));
	}

	/**
	 * Whether nothing of ours can come after a page. The list goes from new to old; an
	 * empty page says nothing.
	 * @param page the page read last
	 * @return true if reading on is of no use
	 */
	boolean endsWith(ListPage page) {
		if (this.unseen.isEmpty() || page.nextToken() == null) {
			return true;
		}
		Instant last = page.items().isEmpty() ? null : page.items().getLast().creationTime();
		return last != null && last.isBefore(this.oldest);
	}

	Collection<Watched> unseen() {
		return Stream.concat(this.unseen.values().stream(), this.displaced.stream()).toList();
	}

	private static Instant created(Watched one) {
		Sighting sighting = one.sighting();
		Instant created = (sighting != null) ? sighting.creationTime() : null;
		return (created != null) ? created : one.liveAt().minus(LEARNT_LATE);
	}

}
