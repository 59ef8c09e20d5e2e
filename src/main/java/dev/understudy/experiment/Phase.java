package dev.understudy.experiment;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Where an experiment stands in our own lifecycle. SageMaker's status stands beside it,
 * as what was sighted last, and is never folded in. The enum is the whole state machine.
 */
public enum Phase {

	/** Being written; may be incomplete or wrong. */
	DRAFT,

	/** Frozen, with a Create operation on its way to SageMaker. */
	SUBMITTING,

	/** Created in SageMaker and not known to be over. */
	LIVE,

	/** Over: final in SageMaker, deleted, or gone. See {@link Ending}. */
	ENDED,

	/** A draft that was thrown away. */
	DISCARDED;

	/**
	 * The phases an experiment may begin in: a draft, or live if it was made elsewhere
	 * and adopted.
	 * @return an unmodifiable set
	 */
	public static Set<Phase> beginnings() {
		return Collections.unmodifiableSet(EnumSet.of(DRAFT, LIVE));
	}

	/**
	 * The phases that may follow this one.
	 * @return an unmodifiable set, empty for a phase that is never left
	 */
	public Set<Phase> next() {
		return Collections.unmodifiableSet(switch (this) {
			case DRAFT -> EnumSet.of(SUBMITTING, DISCARDED);
			case SUBMITTING -> EnumSet.of(LIVE, DRAFT);
			case LIVE -> EnumSet.of(ENDED);
			case ENDED, DISCARDED -> EnumSet.noneOf(Phase.class);
		});
	}

	/**
	 * The spelling in JSON and URLs.
	 * @return the name in lower case
	 */
	@JsonValue
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Reads the spelling of {@link #id()}.
	 * @param id a phase in lower case
	 * @return the phase
	 * @throws IllegalArgumentException if there is no such phase
	 */
	public static Phase of(String id) {
		for (Phase phase : values()) {
			if (phase.id().equals(id)) {
				return phase;
			}
		}
		throw new IllegalArgumentException("There is no phase '%s'".formatted(id));
	}

}
