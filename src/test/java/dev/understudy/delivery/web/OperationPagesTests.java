package dev.understudy.delivery.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.understudy.delivery.Answer;
import dev.understudy.delivery.Attempt;
import dev.understudy.delivery.Look;
import dev.understudy.delivery.Operation;
import dev.understudy.delivery.OperationError;
import dev.understudy.delivery.OperationState;
import dev.understudy.delivery.OperationType;
import dev.understudy.delivery.OperationView;
import dev.understudy.delivery.WaitingFor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

/** Where an operation stands, for people and for programs. */
class OperationPagesTests extends OperationSetting {

	@ParameterizedTest
	@EnumSource
	void everyStateHasItsPage(OperationState state) {
		given(this.operations.get(ID)).willReturn(view(state, null));
		assertThat(this.mvc.get().uri(PAGE)).hasStatusOk()
			.bodyText()
			.contains("ResourceInUse: Taken", "request-7", "1250 ms", "<html", "fraud-v7-shadow")
			.doesNotContain("??");
	}

	@Test
	void aWaitingOperationNamesTheRemedyAndOffersTheChoice() {
		WaitingFor waitingFor = new WaitingFor(WaitingFor.Kind.PERMISSION, "Allow <sagemaker:ListTags>", true);
		given(this.operations.get(ID)).willReturn(view(OperationState.SENDING, waitingFor));
		assertThat(this.mvc.get().uri(PAGE)).hasStatusOk()
			.bodyText()
			.contains("Allow &lt;sagemaker:ListTags&gt;", "/adopt", "/refuse", "/cancel", "id=\"adopt\"",
					"hx-trigger=\"every 15s\"");
	}

	@Test
	void anUnfinishedPanelGoesOnAskingAndAFinishedOneStops() {
		given(this.operations.ofExperiment(EXPERIMENT)).willReturn(List.of(view(OperationState.QUEUED, null)));
		String panel = "/experiments/%s/operations".formatted(EXPERIMENT);
		assertThat(this.mvc.get().uri(panel).header("HX-Request", "true")).hasStatusOk()
			.bodyText()
			.contains("hx-trigger=\"every 2s\"")
			.doesNotContain("<html");
		given(this.operations.ofExperiment(EXPERIMENT)).willReturn(List.of(view(OperationState.CONFIRMED, null)));
		assertThat(this.mvc.get().uri(panel).header("HX-Request", "true")).hasStatus(286)
			.bodyText()
			.contains("Confirmed")
			.doesNotContain("hx-trigger");
		assertThat(this.mvc.get().uri(panel)).hasStatusOk().bodyText().contains("<html");
	}

	@Test
	void whatHasNotChangedIsNotSentAgain() {
		given(this.operations.get(ID)).willReturn(view(OperationState.QUEUED, null));
		given(this.operations.ofExperiment(EXPERIMENT)).willReturn(List.of(view(OperationState.QUEUED, null)));
		for (String page : List.of(PAGE, "/experiments/%s/operations".formatted(EXPERIMENT))) {
			String next = next(page);
			assertThat(this.mvc.get().uri(next).header("HX-Request", "true")).hasStatus(204);
			assertThat(this.mvc.get().uri(next)).hasStatusOk();
		}
		String next = next(PAGE);
		given(this.operations.get(ID)).willReturn(view(OperationState.SENDING, null));
		assertThat(this.mvc.get().uri(next).header("HX-Request", "true")).hasStatusOk();
		given(this.operations.get(ID)).willReturn(view(OperationState.CONFIRMED, null));
		assertThat(this.mvc.get().uri(next).header("HX-Request", "true")).hasStatus(286);
	}

	private String next(String page) {
		Matcher next = Pattern.compile("hx-get=\"([^\"]*seen=[^\"]+)\"").matcher(text(page));
		assertThat(next.find()).isTrue();
		return next.group(1);
	}

	private String text(String page) {
		return new String(this.mvc.get().uri(page).exchange().getResponse().getContentAsByteArray(),
				StandardCharsets.UTF_8);
	}

	@Test
	void whatSettlesLaterNamesTheMoment() {
		OperationView view = view(OperationState.SENDING, new WaitingFor(WaitingFor.Kind.TIME, "It may come", false));
		given(this.operations.get(ID)).willReturn(view);
		given(this.certainty.from(view)).willReturn(Optional.of(NOW.plusSeconds(1200)));
		assertThat(this.mvc.get().uri(PAGE)).hasStatusOk()
			.bodyText()
			.contains("Nothing is concluded", "2026-11-22T12:20:00Z", "It may come");
	}

	@Test
	void everyWordOfALookIsToldInASentence() {
		List<String> seen = List.of("not looked", "not there", "there: arn:aws:x", "there: Running",
				"there, tags unreadable: arn:aws:x", "nothing: Rate exceeded");
		List<String> decided = List.of("look", "send StopInferenceExperiment", "wait: time", "wait: permission",
				"wait: credentials", "wait: person", "wait: pause", "confirmed", "rejected: gone", "cancelled",
				"conflict: drift");
		for (int i = 0; i < decided.size(); i++) {
			Look look = new Look(NOW, NOW.plusSeconds(9), 7, seen.get(i % seen.size()), decided.get(i), "request-1",
					Duration.ofMillis(3));
			given(this.operations.get(ID)).willReturn(
					new OperationView(view(OperationState.SENDING, null).operation(), List.of(), List.of(look)));
			assertThat(this.mvc.get().uri(PAGE)).hasStatusOk()
				.bodyText()
				.contains("7 times the same")
				.doesNotContain("??", ">wait: ", ">nothing: ");
		}
	}

	@Test
	void anOperationOfAnotherExperimentIsNotFound() {
		given(this.operations.get(ID)).willReturn(view(OperationState.QUEUED, null));
		assertThat(this.mvc.get().uri("/experiments/%s/operations/%s".formatted(ID, ID))).hasStatus(404);
	}

	@Test
	void programsGetTheContractsMembersAndNoEmptyOnes() {
		given(this.operations.get(ID))
			.willReturn(view(OperationState.QUEUED, new WaitingFor(WaitingFor.Kind.TIME, "It goes on", false)));
		assertThat(this.mvc.get().uri("/api/v1/operations/" + ID)).hasStatusOk()
			.bodyJson()
			.isStrictlyEqualTo("""
					{"id":"%s","experimentId":"%s","type":"create","state":"queued","attempts":1,
					 "waitingFor":{"kind":"time","message":"It goes on"},"createdAt":"2026-11-22T12:00:00Z"}"""
				.formatted(ID, EXPERIMENT));
	}

	@Test
	void theInstallationPageAsksOnlyWhereTheNamesDiffer() {
		given(this.installations.name()).willReturn(ID);
		assertThat(this.mvc.get().uri("/settings/installation")).hasStatusOk().bodyText().contains("/moved", "/copied");
		given(this.installations.agree()).willReturn(true);
		assertThat(this.mvc.get().uri("/settings/installation")).hasStatusOk().bodyText().doesNotContain("/copied");
	}

	private static OperationView view(OperationState state, @Nullable WaitingFor waitingFor) {
		boolean bad = state.isFinal() && state != OperationState.CONFIRMED;
		Operation operation = new Operation(ID, EXPERIMENT, OperationType.CREATE, state, "sandbox", "111122223333",
				"us-east-1", "fraud-v7-shadow", "{}", "0".repeat(64), ID, "ada", false,
				(state == OperationState.CONFIRMED) ? "arn:aws:sagemaker:x" : null, null, waitingFor,
				bad ? new OperationError("name-taken", "Taken", null, null) : null, null, NOW, NOW.plusSeconds(86400),
				state.isFinal() ? NOW.plusSeconds(5) : null);
		return new OperationView(operation,
				List.of(new Attempt(1, "CreateInferenceExperiment", "not there", NOW,
						new Answer(Answer.Kind.IN_USE, NOW.plusMillis(1250), "ResourceInUse", "Taken", "request-7"))),
				List.of(new Look(NOW, NOW, 1, "not there", "send CreateInferenceExperiment", "request-6",
						Duration.ofMillis(12))));
	}

}
