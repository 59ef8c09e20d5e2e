package dev.understudy.shell;

import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Tells that the database cannot be reached from what was thrown. It is nobody's fault
 * who asked, and it passes.
 */
final class Outage {

	/** When to try again, in seconds. */
	static final String RETRY_AFTER = "5";

	private static final List<Class<? extends Throwable>> SIGNS = List.of(CannotCreateTransactionException.class,
			DataAccessResourceFailureException.class, SQLTransientConnectionException.class,
			SQLRecoverableException.class);

	private Outage() {
	}

	static boolean isBehind(@Nullable Throwable thrown) {
		return Stream.<Throwable>iterate(thrown, Objects::nonNull, Throwable::getCause)
			.anyMatch((it) -> SIGNS.stream().anyMatch((sign) -> sign.isInstance(it)));
	}

	static ProblemDetail problem() {
		return Problems.of(HttpStatus.SERVICE_UNAVAILABLE, "database-unavailable",
				"The database cannot be reached right now. A change is kept whole or not at all: look whether it is there, and try again in a moment.");
	}

}
