package dev.understudy.sandbox;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says in words why a sandbox that other machines could reach does not start.
 */
class ExposureAnalyzer extends AbstractFailureAnalyzer<Exposure.ExposedSandboxException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, Exposure.ExposedSandboxException cause) {
		return new FailureAnalysis(cause.getMessage() + ".",
				"Leave server.address at localhost, set understudy.sagemaker.mode=aws, or say that you mean it with "
						+ "understudy.sandbox.exposed=true.",
				cause);
	}

}
