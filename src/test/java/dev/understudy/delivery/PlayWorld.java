package dev.understudy.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What AWS has, and what a look at it may still show instead.
 *
 * @param standing what stands under the name
 * @param marks what has ever happened, as far as it must be remembered
 * @param acts how often somebody else may still interfere
 * @param echoes what stood there before
 * @param <T> what can stand there
 */
record PlayWorld<T>(T standing, int marks, int acts, List<Echo<T>> echoes) {

	static <T> PlayWorld<T> of(T standing, int acts) {
		return new PlayWorld<>(standing, 0, acts, List.of());
	}

	boolean has(int mark) {
		return (this.marks & mark) != 0;
	}

	PlayWorld<T> marked(int mark) {
		return new PlayWorld<>(this.standing, this.marks | mark, this.acts, this.echoes);
	}

	/** A request of ours, or AWS itself, changes what stands there. */
	PlayWorld<T> changed(T standing, Instant now, Instant visible) {
		return new PlayWorld<>(standing, this.marks, this.acts, with(now, visible));
	}

	/** Somebody else changes what stands there. */
	PlayWorld<T> touched(T standing, Instant now, Instant visible) {
		return new PlayWorld<>(standing, this.marks, this.acts - 1, with(now, visible));
	}

	/** A look may show something that is not so, though nothing has changed. */
	PlayWorld<T> hidden(T instead, Instant until) {
		List<Echo<T>> all = new ArrayList<>(this.echoes);
		all.removeIf((it) -> it.thing().equals(instead) && !it.until().isAfter(until));
		all.add(new Echo<>(instead, until));
		return new PlayWorld<>(this.standing, this.marks, this.acts - 1, all);
	}

	/** From a certain time on looks show what is there now. */
	PlayWorld<T> until(Instant visible) {
		List<Echo<T>> sooner = this.echoes.stream()
			.map((it) -> it.until().isAfter(visible) ? new Echo<>(it.thing(), visible) : it)
			.toList();
		return new PlayWorld<>(this.standing, this.marks, this.acts, sooner);
	}

	/** What a look may show, other than the truth. */
	List<T> stale(Instant now) {
		return this.echoes.stream()
			.filter((it) -> now.isBefore(it.until()) && !it.thing().equals(this.standing))
			.map(Echo::thing)
			.distinct()
			.toList();
	}

	private List<Echo<T>> with(Instant now, Instant visible) {
		List<Echo<T>> all = new ArrayList<>();
		Instant until = visible;
		for (Echo<T> echo : this.echoes) {
			if (!echo.thing().equals(this.standing)) {
				all.add(echo);
			}
			else if (echo.until().isAfter(until)) {
				until = echo.until();
			}
		}
		all.add(new Echo<>(this.standing, until));
		all.removeIf((it) -> !now.isBefore(it.until()));
		return all;
	}

	/**
	 * What stood there before.
	 *
	 * @param thing what it was
	 * @param until how long a look may show it
	 * @param <T> what can stand there
	 */
	record Echo<T>(T thing, Instant until) {

	}

}
