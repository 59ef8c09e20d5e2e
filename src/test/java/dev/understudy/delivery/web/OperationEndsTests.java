package dev.understudy.delivery.web;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

import dev.understudy.delivery.Answer;
import dev.understudy.delivery.Attempt;
import dev.understudy.delivery.Difference;
import dev.understudy.delivery.Operation;
import dev.understudy.delivery.OperationError;
import dev.understudy.delivery.OperationState;
import dev.understudy.delivery.OperationType;
import dev.understudy.delivery.OperationView;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

/** What is said of an operation that did not do what was asked. */
class OperationEndsTests extends OperationSetting {

	@ParameterizedTest
	@ValueSource(strings = { "name-taken", "too-late", "no-answer", "copied", "gone", "ended-already", "not-started",
			"stop-first", "not-allowed-now", "no-effect", "role-not-allowed", "start-passed", "end-passed",
			"end-too-close", "ValidationException" })
	void everyEndHasASentenceThatSaysWhoActsNext(String code) {
		for (OperationType type : OperationType.values()) {
			given(this.operations.get(ID)).willReturn(ended(type, "{}", new OperationError(code, "Words", null, null)));
			assertThat(this.mvc.get().uri(PAGE)).hasStatusOk()
				.bodyText()
				.contains("What it is to do", "What happened")
				.containsPattern("(?i)(who|author|nobody|somebody)[^<]* (has|have|may|had) ")
				.doesNotContain("??");
		}
	}

	@Test
	void aDriftShowsWhatWasAskedSeenAndIsThereNowAndOffersTheForm() {
		var texts = JsonNodeFactory.instance;
		OperationError drift = new OperationError("drift", "Somebody changed it", null, "/Description",
				List.of(new Difference("/Description", texts.stringNode("mine"), texts.stringNode("before"),
						texts.stringNode("theirs")),
						new Difference("/Tags/a~1b", null, texts.stringNode("one"), texts.stringNode("two"))));
		given(this.operations.get(ID)).willReturn(ended(OperationType.UPDATE,
				"{\"asked\":{\"Description\":\"mine\"},\"seen\":{\"Description\":\"before\"}}", drift));
		assertThat(this.mvc.get().uri(PAGE)).hasStatusOk()
			.bodyText()
			.contains("In AWS now", ">mine<", ">before<", ">theirs<", "<code>a/b</code>", "Leave it as it is",
					"/experiments/%s/update?again=%s".formatted(EXPERIMENT, ID))
			.doesNotContain("??");
	}

	@Test
	void whatOnlyStandsElsewhereInAListIsNoDifference() {
		var json = JsonMapper.shared();
		String variant = "{\"VariantName\":\"%s\",\"ModelName\":\"%s\"}";
		String old = variant.formatted("old", "fraud-v6");
		Difference difference = new Difference("/ModelVariants",
				json.readTree("[%s,%s]".formatted(old, variant.formatted("new", "fraud-v9"))),
				json.readTree("[%s,%s]".formatted(old, variant.formatted("new", "fraud-v7"))),
				json.readTree("[%s,%s]".formatted(variant.formatted("new", "fraud-v8"), old)));
		Operation operation = ended(OperationType.UPDATE, "{}",
				new OperationError("drift", "Somebody changed it", null, "/ModelVariants", List.of(difference)))
			.operation();
		assertThat(Gap.of(operation)).containsExactly(
				new Gap("/ModelVariants/new/ModelName", "delivery.member.model", "fraud-v9", "fraud-v7", "fraud-v8"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "ended-already", "not-allowed-now" })
	void whatMayHaveBeenSentBeforeIsNotDenied(String code) {
		given(this.operations.get(ID))
			.willReturn(ended(OperationType.START, "{}", new OperationError(code, "Words", null, null)));
		assertThat(this.mvc.get().uri(PAGE)).bodyText()
			.contains("nothing more is sent")
			.doesNotContain("so nothing was sent");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ValidationException", "no-effect", "drift", "cancelled" })
	void tagsOfWhichAPartWasAcceptedAreNotSaidToBeUntouched(String code) {
		Operation operation = ended(OperationType.TAG, "{}", new OperationError(code, "Words", null, null)).operation();
		Attempt accepted = new Attempt(1, "DeleteTags", "there: Running", NOW,
				new Answer(Answer.Kind.ACCEPTED, NOW.plusMillis(5), null, null, "request-1"));
		given(this.operations.get(ID)).willReturn(new OperationView(operation, List.of(accepted), List.of()));
		assertThat(this.mvc.get().uri(PAGE)).hasStatusOk()
			.bodyText()
			.contains("SageMaker accepted a part of it", "/experiments/%s/tags?again=%s".formatted(EXPERIMENT, ID))
			.doesNotContain("nothing was changed", "never took effect", "??");
	}

	@Test
	void aStopThatCameTooLateTellsHowToPromoteByHand() {
		given(this.operations.get(ID)).willReturn(ended(OperationType.STOP,
				"{\"ModelVariantActions\":{\"new\":\"Promote\",\"old\":\"Remove\"},\"Reason\":\"Faster\"}",
				new OperationError("ended-already", "It had ended", null, null)));
		assertThat(this.mvc.get().uri(PAGE)).hasStatusOk()
			.bodyText()
			.contains("promote the shadow new: it takes over production from old", "Faster",
					"/experiments/%s/promotion".formatted(EXPERIMENT));
	}

	@ParameterizedTest
	@EnumSource(OperationType.class)
	void whatAwsDoesNotAllowNamesThePermission(OperationType type) {
		given(this.operations.get(ID)).willReturn(
				ended(type, "{}", new OperationError("AccessDeniedException", "Not authorized", "request-1", null)));
		assertThat(this.mvc.get().uri(PAGE)).hasStatusOk()
			.bodyText()
			.contains("An operator has to allow sagemaker:", "Not authorized")
			.doesNotContain("??");
	}

	private static OperationView ended(OperationType type, String payload, OperationError error) {
		OperationState state = Set.of("name-taken", "drift", "ended-already").contains(error.code())
				? OperationState.CONFLICT : Set.of("cancelled", "copied").contains(error.code())
						? OperationState.CANCELLED : OperationState.REJECTED;
		Operation operation = new Operation(ID, EXPERIMENT, type, state, "sandbox", "111122223333", "us-east-1",
				"fraud-v7-shadow", payload, "0".repeat(64), ID, "ada", false, null, null, null, error, null, NOW,
				NOW.plusSeconds(86400), NOW.plusSeconds(5));
		return new OperationView(operation, List.of(), List.of());
	}

}
