package dev.understudy.delivery;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What SageMaker refuses for good, for now, and for want of a permission. */
class RefusedDeliveryTests extends DeliverySetting {

	@Test
	void aRefusalCarriesAwsWordsAndTheirPlace() {
		this.sageMaker.fault(CREATE, "error", Map.of("name", "refused", "code", "ValidationException", "message",
				"1 validation error detected: Value 'x' at 'modelVariants.2.member.variantName' failed to satisfy constraint: Member must not be null"));
		OperationView view = this.submissions.endOf(this.submissions.submit("refused"));
		assertThat(view.operation().state()).isEqualTo(OperationState.REJECTED);
		assertThat(view.operation().error().code()).isEqualTo("ValidationException");
		assertThat(view.operation().error().message()).startsWith("1 validation error detected");
		assertThat(view.operation().error().requestId()).isNotBlank();
		assertThat(view.operation().error().pointer()).isEqualTo("/ModelVariants/1/VariantName");
		assertThat(view.attempts()).hasSize(1);
	}

	@Test
	void expiredCredentialsAreWaitedFor() {
		this.sageMaker.fault(CREATE, "error",
				Map.of("name", "expired", "code", "ExpiredTokenException", "message", "Expired", "times", 2));
		OperationView view = this.submissions.endOf(this.submissions.submit("expired"));
		assertThat(view.operation().state()).isEqualTo(OperationState.CONFIRMED);
		assertThat(view.attempts()).hasSize(3);
	}

	@Test
	void unreadableTagsAreNeverAConflictAndAPersonMayAdopt() {
		this.sageMaker.fault(CREATE, "drop-after-acting", Map.of("name", "unreadable"));
		this.sageMaker.fault("ListTags", "error",
				Map.of("code", "AccessDeniedException", "message", "No ListTags", "times", 1000));
		UUID id = this.submissions.submit("unreadable");
		this.submissions.await(() -> {
			WaitingFor waitingFor = this.operations.get(id).operation().waitingFor();
			return waitingFor != null && waitingFor.choice();
		});
		assertThat(this.operations.waiting(List.of(id, UUID.randomUUID()))).containsOnlyKeys(id);
		assertThat(this.operations.waiting(List.of())).isEmpty();
		assertThat(this.operations.get(id).operation().waitingFor().message()).contains("sagemaker:ListTags");
		this.operations.choose(id, Choice.ADOPT, Submissions.ADA);
		OperationView view = this.submissions.endOf(id);
		assertThat(view.operation().state()).isEqualTo(OperationState.CONFIRMED);
		assertThat(this.submissions.outcomes(view)).singleElement()
			.isInstanceOfSatisfying(OperationOutcome.Confirmed.class,
					(outcome) -> assertThat(outcome.madeAt()).isNotNull());
	}

	@Test
	void throttlingIsWaitedForAndNotCounted() {
		this.sageMaker.fault(CREATE, "throttle", Map.of("name", "throttled", "times", 4));
		OperationView view = this.submissions.endOf(this.submissions.submit("throttled"));
		assertThat(view.operation().state()).isEqualTo(OperationState.CONFIRMED);
		assertThat(view.attempts()).hasSize(5);
	}

	@Test
	void aLookThatIsDeniedWaitsForThePermissionItNames() {
		this.sageMaker.fault(DESCRIBE, "error",
				Map.of("name", "unseen-for-now", "code", "AccessDeniedException", "message", "No", "times", 1000));
		UUID id = this.submissions.submit("unseen-for-now");
		this.submissions.awaitWaiting(id, WaitingFor.Kind.PERMISSION);
		assertThat(this.operations.get(id).operation().waitingFor().message())
			.contains("sagemaker:DescribeInferenceExperiment");
		assertThat(created("unseen-for-now")).isEmpty();
		this.sageMaker.clearFaults();
		assertThat(this.submissions.endOf(id).operation().state()).isEqualTo(OperationState.CONFIRMED);
	}

	@Test
	void aCreateThatIsDeniedEndsAndIsNotSentAgain() {
		this.sageMaker.fault(CREATE, "error",
				Map.of("name", "denied", "code", "AccessDeniedException", "message", "No PassRole", "times", 1000));
		OperationView view = this.submissions.endOf(this.submissions.submit("denied"));
		assertThat(view.operation().state()).isEqualTo(OperationState.REJECTED);
		assertThat(view.operation().error().code()).isEqualTo("AccessDeniedException");
		assertThat(view.attempts()).hasSize(1);
	}

	@Test
	void credentialsThatALookIsRefusedForAreWaitedForInWordsThatSayWhatToDo() {
		this.sageMaker.fault(DESCRIBE, "error", Map.of("name", "renewed", "code", "ExpiredTokenException", "message",
				"The security token is expired", "times", 1000));
		UUID id = this.submissions.submit("renewed");
		this.submissions.awaitWaiting(id, WaitingFor.Kind.CREDENTIALS);
		assertThat(this.operations.get(id).operation().waitingFor().message()).contains("expired", "Renew them");
		this.sageMaker.clearFaults();
		assertThat(this.submissions.endOf(id).operation().state()).isEqualTo(OperationState.CONFIRMED);
	}

}
