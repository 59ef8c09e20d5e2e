package dev.understudy.reliability;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What can go wrong at a {@link FaultPoint}.
 */
enum Fault {

	HALT(Kind.HALT, null),

	EXCEPTION(Kind.PROCESS, null),

	/** For longer than a claim lasts. */
	PAUSED_PROCESS(Kind.PROCESS, null),

	SECOND_REPLICA(Kind.PROCESS, null),

	CONNECTION_LOST_BEFORE_COMMIT(Kind.DATABASE, null),

	/** Committed, but nobody learns of it. */
	CONNECTION_LOST_AT_COMMIT(Kind.DATABASE, null),

	CONNECTION_LOST_AFTER_COMMIT(Kind.DATABASE, null),

	POOL_EXHAUSTED(Kind.POOL, null),

	CONNECTION_REFUSED(Kind.OUTAGE, null),

	RESPONSE_LOST(Kind.WIRE, Trouble.ANSWER_LOST),

	HTTP_500(Kind.WIRE, Trouble.HTTP_500),

	HTTP_503(Kind.WIRE, Trouble.HTTP_503),

	THROTTLED_FOUR_TIMES(Kind.WIRE, Trouble.THROTTLED),

	THROTTLED_AFTER_ACTING(Kind.WIRE, Trouble.THROTTLED_AFTER_ACTING),

	RESET(Kind.WIRE, Trouble.RESET),

	HALF_OPEN(Kind.WIRE, Trouble.HALF_OPEN),

	SLOW(Kind.WIRE, Trouble.SLOW),

	/** The request arrives when nobody waits for its answer any more. */
	LATE(Kind.WIRE, Trouble.LATE),

	DOUBLED(Kind.WIRE, Trouble.DOUBLED_INSIDE),

	TRUNCATED_JSON(Kind.WIRE, Trouble.TRUNCATED),

	GARBAGE(Kind.WIRE, Trouble.GARBLED),

	WITHOUT_REQUEST_ID(Kind.WIRE, Trouble.WITHOUT_REQUEST_ID),

	UNKNOWN_ERROR_CODE(Kind.WIRE, Trouble.UNKNOWN_CODE),

	EXPIRED_CREDENTIALS(Kind.WIRE, Trouble.EXPIRED_CREDENTIALS),

	STALE_DESCRIBE(Kind.WIRE, Trouble.STALE),

	FOREIGN_OF_THE_SAME_NAME(Kind.SOMEBODY, Trouble.FOREIGN),

	DELETED_OUTSIDE(Kind.SOMEBODY, Trouble.DELETED_OUTSIDE),

	MISSING_LIST_ITEMS(Kind.LIST, Trouble.LIST_WITH_HOLES),

	DUPLICATE_LIST_ITEMS(Kind.LIST, Trouble.LIST_WITH_DOUBLES),

	EMPTY_PAGE(Kind.LIST, Trouble.EMPTY_PAGE);

	private final Kind kind;

	private final @Nullable Trouble trouble;

	Fault(Kind kind, @Nullable Trouble trouble) {
		this.kind = kind;
		this.trouble = trouble;
	}

	Kind kind() {
		return this.kind;
	}

	/** What befalls the calls to SageMaker, one after the other. */
	List<Trouble> troubles() {
		if (this.trouble == null) {
			return List.of();
		}
		return (this == THROTTLED_FOUR_TIMES) ? List.of(this.trouble, this.trouble, this.trouble, this.trouble)
				: List.of(this.trouble);
	}

	String id() {
		return name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

	/** What does the harm, and how. */
	enum Kind {

		/** The process is gone at once. */
		HALT,

		/** The thread, or another one, does what it should not. */
		PROCESS,

		/** The connection of a transaction breaks around its end. */
		DATABASE,

		/** No connection is to be had for the next transaction. */
		POOL,

		/** SageMaker cannot be reached at all for a while. */
		OUTAGE,

		/** Something befalls one call to SageMaker. */
		WIRE,

		/** Somebody else acts on the same name. */
		SOMEBODY,

		/** A list is not what it should be. */
		LIST

	}

}
