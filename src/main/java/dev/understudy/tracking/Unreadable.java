package dev.understudy.tracking;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

import dev.understudy.experiment.Stray;

/**
 * Remembers what could not be read, so that it is not asked for again and again while
 * others wait for their turn. Kept in memory only: after a restart it is asked for once
 * more.
 */
@Component
class Unreadable {

	private final SweepProperties properties;

	private final Map<Stray, Refused> refused = new ConcurrentHashMap<>();

	Unreadable(SweepProperties properties) {
		this.properties = properties;
	}

	/** Why it could not be read a short while ago, if it could not. */
	Optional<String> why(Stray stray, Instant now) {
		return Optional
			.ofNullable(this.refused.computeIfPresent(stray,
					(it, last) -> now.isBefore(last.at().plus(this.properties.sweep().dividedBy(2))) ? last : null))
			.map(Refused::words);
	}

	void note(Stray stray, Instant now, String words) {
		this.refused.put(stray, new Refused(now, words));
	}

	/**
	 * A refusal.
	 *
	 * @param at when
	 * @param words why
	 */
	private record Refused(Instant at, String words) {
	}

}
