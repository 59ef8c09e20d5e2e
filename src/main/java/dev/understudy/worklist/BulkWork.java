package dev.understudy.worklist;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What can be done to many experiments at once. Nothing that changes production: a
 * promotion is decided for one experiment alone.
 */
public enum BulkWork {

	/** Throw drafts away. */
	DISCARD,

	/** Stop running tests and take the shadow down. */
	STOP_DISCARD,

	/** Stop running tests and leave both variants as they are. */
	STOP_KEEP,

	/** Set and take away tags of what SageMaker has. */
	TAG,

	/** Add labels. */
	LABEL;

	/**
	 * The spelling in addresses, JSON and message keys.
	 * @return the name in lower case, with hyphens
	 */
	@JsonValue
	public String id() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * Whether it stops tests.
	 * @return true for both ways to stop
	 */
	public boolean isStop() {
		return this == STOP_DISCARD || this == STOP_KEEP;
	}

	/**
	 * Reads the spelling of {@link #id()}.
	 * @param id what may be one
	 * @return the work, or empty if there is none of that name
	 */
	public static Optional<BulkWork> of(String id) {
		return Arrays.stream(values()).filter((it) -> it.id().equals(id)).findFirst();
	}

}
