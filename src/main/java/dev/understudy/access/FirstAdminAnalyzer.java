package dev.understudy.access;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says in words why the first user cannot be made.
 */
class FirstAdminAnalyzer extends AbstractFailureAnalyzer<FirstAdmin.UnfitPasswordException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, FirstAdmin.UnfitPasswordException cause) {
		return new FailureAnalysis(cause.getMessage() + ".",
				"Set a longer or shorter one, or none: then one is made, and the log says where it is.", cause);
	}

}
