package dev.understudy.tracking.web;

import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.understudy.sagemaker.SageMakerRefusal;

import static org.assertj.core.api.Assertions.assertThat;

class FoundProblemsTests {

	private final FoundProblems problems = new FoundProblems();

	@Test
	void anIdThatAwsDidNotGiveIsLeftOut() {
		SageMakerRefusal silent = new SageMakerRefusal(SageMakerRefusal.Kind.DENIED, "timeout", "No answer", null,
				null);
		assertThat(this.problems.unreadable(silent).getProperties()).doesNotContainKey("awsRequestId");
		SageMakerRefusal answered = new SageMakerRefusal(SageMakerRefusal.Kind.DENIED, "500", "Oops", "aws-7", null);
		assertThat(this.problems.unreadable(answered).getProperties())
			.containsAllEntriesOf(Map.of("awsRequestId", "aws-7"));
	}

}
