package dev.understudy.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says in words why a second start on the same directory ends.
 */
class AlreadyRunningAnalyzer extends AbstractFailureAnalyzer<AlreadyRunningException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, AlreadyRunningException cause) {
		return new FailureAnalysis(
				"Understudy is running already: another process uses the data directory %s."
					.formatted(cause.directory()),
				"Use the one that is running, stop it first, or start this one with another "
						+ "--understudy.data-dir and --server.port.",
				cause);
	}

}
