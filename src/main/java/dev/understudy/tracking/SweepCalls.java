package dev.understudy.tracking;

import java.util.Map;

import org.springframework.stereotype.Component;

import dev.understudy.sagemaker.ListPage;
import dev.understudy.sagemaker.ListRequest;
import dev.understudy.sagemaker.Observed;
import dev.understudy.sagemaker.ShadowTest;
import dev.understudy.sagemaker.ShadowTests;
import dev.understudy.target.Target;

/**
 * The calls to SageMaker that a search makes: the one place where they are made, and can
 * be counted and slowed down.
 */
@Component
class SweepCalls {

	private final ShadowTests shadowTests;

	SweepCalls(ShadowTests shadowTests) {
		this.shadowTests = shadowTests;
	}

	ListPage list(Target target, ListRequest request) {
		return this.shadowTests.list(target, request);
	}

	Observed<ShadowTest> describe(Target target, String name) {
		return this.shadowTests.describe(target, name);
	}

	Map<String, String> tags(Target target, String arn) {
		return this.shadowTests.tags(target, arn);
	}

}
