package dev.understudy.sandbox;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says in words why a database that was a sandbox is not taken to AWS.
 */
class LeftoversAnalyzer extends AbstractFailureAnalyzer<Leftovers.LeftoverAccountsException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, Leftovers.LeftoverAccountsException cause) {
		return new FailureAnalysis(cause.getMessage() + ".",
				"Use a new database, or start once more with understudy.sagemaker.mode=simulator and disable these "
						+ "accounts or give them other passwords.",
				cause);
	}

}
