package dev.understudy.target;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says in words which properties are missing where there is no target.
 */
class MissingTargetAnalyzer extends AbstractFailureAnalyzer<MissingTargetException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, MissingTargetException cause) {
		return new FailureAnalysis(cause.getMessage() + ".",
				"Set understudy.targets[0].name, .account, .region and .execution-roles[0], as properties or as "
						+ "environment variables such as UNDERSTUDY_TARGETS_0_NAME.",
				cause);
	}

}
