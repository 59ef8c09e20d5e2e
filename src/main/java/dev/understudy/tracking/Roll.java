package dev.understudy.tracking;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

	private final Instant oldest;

	Roll(List<Watched> watched) {
		watched.forEach((one) -> this.unseen.put(one.name(), one));
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
		return List.copyOf(this.unseen.values());
	}

	private static Instant created(Watched one) {
		Sighting sighting = one.sighting();
		Instant created = (sighting != null) ? sighting.creationTime() : null;
		return (created != null) ? created : one.liveAt().minus(LEARNT_LATE);
	}

}
