package dev.understudy.shell;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.hibernate.TransactionException;
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
			SQLRecoverableException.class, TransactionException.class);

	private Outage() {
	}

	static boolean isBehind(@Nullable Throwable thrown) {
		return Stream.<Throwable>iterate(thrown, Objects::nonNull, Throwable::getCause)
			.anyMatch((it) -> SIGNS.stream().anyMatch((sign) -> sign.isInstance(it)) || isCutOff(it));
	}

	// A connection that breaks in the middle may show only in what becomes of the
	// rollback
	// (PostgreSQL: classes 08, connection exception, and 57P, operator intervention).
	private static boolean isCutOff(Throwable thrown) {
		String state = (thrown instanceof SQLException sql) ? sql.getSQLState() : null;
		return state != null && (state.startsWith("08") || state.startsWith("57P"));
	}

	static ProblemDetail problem() {
		return Problems.of(HttpStatus.SERVICE_UNAVAILABLE, "database-unavailable",
				"The database cannot be reached right now. A change is kept whole or not at all: look whether it is there, and try again in a moment.");
	}

}
