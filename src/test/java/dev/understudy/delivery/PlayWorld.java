package dev.understudy.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What AWS has, and what a look at it may still show instead.
 *
 * @param standing what stands under the name
 * @param existed whether ours has ever stood there
 * @param twice whether a second one of ours was made while the first stood there
 * @param acts how often somebody else may still interfere
 * @param echoes what stood there before
 */
record PlayWorld(PlayView standing, boolean existed, boolean twice, int acts, List<Echo> echoes) {

	static PlayWorld empty(int acts) {
		return new PlayWorld(PlayView.NOTHING, false, false, acts, List.of());
	}

	/** Our Create is accepted. */
	PlayWorld created(Instant now, Instant visible) {
		List<Echo> sooner = until(visible).echoes;
		return new PlayWorld(PlayView.OURS, true, this.standing.isOurs(), this.acts, with(sooner, now, visible));
	}

	/** Somebody else changes what stands there. */
	PlayWorld changed(PlayView standing, Instant now, Instant visible) {
		return new PlayWorld(standing, this.existed, this.twice, this.acts - 1, with(this.echoes, now, visible));
	}

	/** From a certain time on looks show what is there now. */
	PlayWorld until(Instant visible) {
		List<Echo> sooner = this.echoes.stream()
			.map((it) -> it.until().isAfter(visible) ? new Echo(it.view(), visible) : it)
			.toList();
		return new PlayWorld(this.standing, this.existed, this.twice, this.acts, sooner);
	}

	/** What a look may show, other than the truth. */
	List<PlayView> stale(Instant now) {
		return this.echoes.stream()
			.filter((it) -> now.isBefore(it.until()) && it.view() != this.standing)
			.map(Echo::view)
			.distinct()
			.toList();
	}

	private List<Echo> with(List<Echo> older, Instant now, Instant visible) {
		List<Echo> all = new ArrayList<>();
		Instant until = visible;
		for (Echo echo : older) {
			if (echo.view() != this.standing) {
				all.add(echo);
			}
			else if (echo.until().isAfter(until)) {
				until = echo.until();
			}
		}
		all.add(new Echo(this.standing, until));
		all.removeIf((it) -> !now.isBefore(it.until()));
		return all;
	}

	/**
	 * What stood there before.
	 *
	 * @param view what it was
	 * @param until how long a look may show it
	 */
	record Echo(PlayView view, Instant until) {

	}

}
