package dev.understudy.delivery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.understudy.database.DatabaseClock;
import dev.understudy.sagemaker.ChangeRequest;
import dev.understudy.sagemaker.ListPage;
import dev.understudy.sagemaker.ListRequest;
import dev.understudy.sagemaker.ShadowTest;
import dev.understudy.sagemaker.ShadowTests;
import dev.understudy.target.Targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

/**
 * Start, stop, update, delete and tag on their way.
 */
class ChangeDeliveryTests extends DeliverySetting {

	private static final String PROMOTE = "{\"ModelVariantActions\":{\"shadow\":\"Promote\",\"production\":\"Remove\"},\"Reason\":\"Better\"}";

	private final ShadowTests shadowTests;

	private final Targets targets;

	private final DatabaseClock clock;

	@Autowired
	ChangeDeliveryTests(ShadowTests shadowTests, Targets targets, DatabaseClock clock) {
		this.shadowTests = shadowTests;
		this.targets = targets;
		this.clock = clock;
	}

	// Only one runs on an endpoint at a time.
	@AfterEach
	void leaveTheEndpointsToOthers() {
		endEverything();
		List<String> running = this.shadowTests.list(this.targets.standard(), ListRequest.FIRST)
			.items()
			.stream()
			.filter((it) -> it.status().equals("Running"))
			.map(ListPage.Item::name)
			.toList();
		running.forEach((name) -> change(new ChangeRequest.Stop(name,
				object("{\"ModelVariantActions\":{\"production\":\"Retain\",\"shadow\":\"Remove\"}}"))));
		running.forEach((name) -> this.submissions.await(() -> test(name).isOver()));
	}

	private void change(ChangeRequest request) {
		this.shadowTests.change(this.targets.standard(), request, (signedAt) -> Optional.empty());
	}

	@Test
	void aTestIsStartedUpdatedTaggedStoppedAndDeleted() {
		OperationView created = created("whole-life", "fraud-prod");
		assertThat(end(created, NewOperation::start).operation().state()).isEqualTo(OperationState.CONFIRMED);
		awaitStatus("whole-life", "Running");
		assertThat(end(created, this::describedAnew).operation().state()).isEqualTo(OperationState.CONFIRMED);
		assertThat(end(created, (it) -> NewOperation.tag(it, object(
				"{\"add\":[{\"Key\":\"team\",\"Value\":\"risk\"}],\"remove\":[\"cost\"],\"seen\":{\"team\":\"fraud\"}}")))
			.attempts()).extracting(Attempt::call).containsExactly("AddTags");
		OperationView stopped = end(created, (it) -> NewOperation.stop(it, object(PROMOTE)));
		assertThat(stopped.operation().state()).isEqualTo(OperationState.CONFIRMED);
		assertThat(this.submissions.outcomes(stopped)).singleElement()
			.asInstanceOf(type(OperationOutcome.Confirmed.class))
			.extracting(OperationOutcome.Confirmed::awsRequestId)
			.isEqualTo(stopped.attempts().getLast().answer().awsRequestId())
			.isNotNull();
		awaitStatus("whole-life", "Completed");
		ShadowTest over = test("whole-life");
		assertThat(over.statusReason()).isEqualTo("Better [understudy %s]".formatted(stopped.operation().id()));
		assertThat(over.definition().path("Description").asString()).isEqualTo("Anew");
		assertThat(this.shadowTests.tags(this.targets.standard(), over.arn())).containsEntry("team", "risk");
		assertThat(end(created, NewOperation::delete).operation().state()).isEqualTo(OperationState.CONFIRMED);
		assertThat(ledger("whole-life")).containsExactly("CreateInferenceExperiment", "StartInferenceExperiment",
				"UpdateInferenceExperiment", "AddTags", "StopInferenceExperiment", "DeleteInferenceExperiment");
	}

	@Test
	void whatIsAlreadySoIsConfirmedWithoutSendingAnything() {
		OperationView created = created("already-so", "search-prod");
		end(created, NewOperation::start);
		OperationView again = end(created, NewOperation::start);
		assertThat(again.operation().state()).isEqualTo(OperationState.CONFIRMED);
		assertThat(again.attempts()).isEmpty();
		assertThat(again.looks()).isNotEmpty();
	}

	@Test
	void aStopWhoseAnswerIsLostIsFoundByItsMarkAndNotRepeated() {
		OperationView created = created("lost-stop", "fraud-prod");
		end(created, NewOperation::start);
		awaitStatus("lost-stop", "Running");
		this.sageMaker.fault("StopInferenceExperiment", "drop-after-acting", Map.of("name", "lost-stop"));
		OperationView stopped = end(created, (it) -> NewOperation.stop(it, object(PROMOTE)));
		assertThat(stopped.operation().state()).isEqualTo(OperationState.CONFIRMED);
		assertThat(stopped.attempts()).singleElement()
			.satisfies((it) -> assertThat(it.answer().kind()).isEqualTo(Answer.Kind.UNCLEAR));
		assertThat(ledger("lost-stop")).containsOnlyOnce("StopInferenceExperiment");
	}

	@Test
	void whatSomebodyChangedInAwsMeanwhileIsToldAndNotOverwritten() {
		OperationView created = created("drifted", "fraud-prod");
		this.submissions.pause();
		UUID update = this.submissions.ask(created, this::describedAnew);
		this.submissions.awaitWaiting(update, WaitingFor.Kind.PAUSE);
		change(new ChangeRequest.Update("drifted", object("{\"Description\":\"By hand\"}")));
		this.submissions.open();
		OperationView view = this.submissions.endOf(update);
		assertThat(view.operation().state()).isEqualTo(OperationState.CONFLICT);
		assertThat(view.operation().error().code()).isEqualTo(OperationError.DRIFT);
		assertThat(view.operation().error().differences()).singleElement()
			.satisfies((it) -> assertThat(it.now().asString()).isEqualTo("By hand"));
		assertThat(test("drifted").definition().path("Description").asString()).isEqualTo("By hand");
	}

	@Test
	void aDeleteWhoseAnswerIsLostIsConfirmedOnceItStaysMissing() {
		OperationView created = created("lost-delete", "fraud-prod");
		this.sageMaker.fault("DeleteInferenceExperiment", "drop-after-acting", Map.of("name", "lost-delete"));
		OperationView deleted = end(created, NewOperation::delete);
		assertThat(deleted.operation().state()).isEqualTo(OperationState.CONFIRMED);
		assertThat(ledger("lost-delete")).containsExactly("CreateInferenceExperiment", "DeleteInferenceExperiment");
	}

	@Test
	void aNameIsNotGivenAwayBeforeALateDeleteCanHitNothingOfOurs() {
		OperationView created = created("late-delete", "fraud-prod");
		this.sageMaker.fault("DeleteInferenceExperiment", "drop-after-acting", Map.of("name", "late-delete"));
		OperationView deleted = end(created, NewOperation::delete);
		this.operations.nameFreed(created.operation().experimentId());
		this.submissions.await(() -> {
			this.submissions.sweep();
			return !this.submissions.isHeld("late-delete");
		});
		assertThat(this.clock.now()).isAfterOrEqualTo(deleted.attempts().getFirst().sentAt().plusSeconds(4));
		assertThat(this.submissions.endOf(this.submissions.submit("late-delete")).operation().state())
			.isEqualTo(OperationState.CONFIRMED);
	}

	@Test
	void whatIsGoneCannotBeStarted() {
		OperationView created = created("gone", "fraud-prod");
		end(created, NewOperation::delete);
		OperationView start = end(created, NewOperation::start);
		assertThat(start.operation().state()).isEqualTo(OperationState.REJECTED);
		assertThat(start.operation().error().code()).isEqualTo(OperationError.GONE);
		assertThat(start.attempts()).isEmpty();
	}

	@Test
	void aStopGoesPastAnUpdateThatWaits() {
		OperationView created = created("overtaken", "fraud-prod");
		end(created, NewOperation::start);
		awaitStatus("overtaken", "Running");
		this.submissions.pause();
		UUID update = this.submissions.ask(created, this::describedAnew);
		assertThatExceptionOfType(OperationInFlightException.class)
			.isThrownBy(() -> this.submissions.ask(created, NewOperation::delete))
			.satisfies((ex) -> assertThat(ex.operationId()).isEqualTo(update));
		UUID stop = this.submissions.ask(created, (it) -> NewOperation.stop(it, object(PROMOTE)));
		assertThat(this.operations.get(update).operation().state()).isEqualTo(OperationState.CANCELLED);
		assertThatExceptionOfType(OperationInFlightException.class)
			.isThrownBy(() -> this.submissions.ask(created, this::describedAnew))
			.satisfies((ex) -> assertThat(ex.operationId()).isEqualTo(stop));
		this.submissions.open();
		assertThat(this.submissions.endOf(stop).operation().state()).isEqualTo(OperationState.CONFIRMED);
	}

	@Test
	void aStopDoesNotWaitForAnUpdateThatNobodyAnswers() {
		OperationView created = created("overtaken-sent", "fraud-prod");
		end(created, NewOperation::start);
		awaitStatus("overtaken-sent", "Running");
		this.sageMaker.fault("UpdateInferenceExperiment", "drop", Map.of("name", "overtaken-sent", "times", 9));
		UUID update = this.submissions.ask(created, this::describedAnew);
		this.submissions.awaitAttempt(update);
		UUID stop = this.submissions.ask(created, (it) -> NewOperation.stop(it, object(PROMOTE)));
		assertThat(this.submissions.endOf(stop).operation().state()).isEqualTo(OperationState.CONFIRMED);
		assertThat(this.submissions.endOf(update).operation().state()).isEqualTo(OperationState.CANCELLED);
		assertThat(this.operations.ofExperiment(created.operation().experimentId())).hasSize(4);
	}

	@Test
	void theNextChangeIsNotSentWhileAnEarlierOneMayStillUndoIt() {
		OperationView created = created("open-update", "fraud-prod");
		this.sageMaker.fault("UpdateInferenceExperiment", "drop-after-acting", Map.of("name", "open-update"));
		OperationView first = end(created, this::describedAnew);
		assertThat(first.operation().state()).isEqualTo(OperationState.CONFIRMED);
		OperationView second = end(created, (it) -> NewOperation.update(it, object("{\"Description\":\"Again\"}"),
				object("{\"Description\":\"Anew\"}")));
		assertThat(second.operation().state()).isEqualTo(OperationState.CONFIRMED);
		assertThat(second.attempts().getFirst().sentAt())
			.isAfterOrEqualTo(first.attempts().getFirst().sentAt().plusSeconds(4));
	}

	@Test
	void everyLookIsKeptAndTheSameOnesAreCounted() {
		OperationView created = created("looked-at", "fraud-prod");
		this.sageMaker.fault("StartInferenceExperiment", "throttle", Map.of("name", "looked-at", "times", 3));
		OperationView view = end(created, NewOperation::start);
		assertThat(view.looks().getFirst()).satisfies((look) -> {
			assertThat(look.times()).isEqualTo(4);
			assertThat(look.seen()).isEqualTo("there: Created");
			assertThat(look.decided()).isEqualTo("send StartInferenceExperiment");
			assertThat(look.awsRequestId()).isNotBlank();
		});
	}

	private NewOperation describedAnew(NewOperation.About about) {
		return NewOperation.update(about, object("{\"Description\":\"Anew\"}"),
				object("{\"Description\":\"%s\"}".formatted(description(about.name()))));
	}

	private String description(String name) {
		return test(name).definition().path("Description").asString("");
	}

	private OperationView created(String name, String endpoint) {
		OperationView created = this.submissions.endOf(this.submissions.submit(name, endpoint));
		awaitStatus(name, "Created");
		return created;
	}

	private OperationView end(OperationView created, Function<NewOperation.About, NewOperation> change) {
		return this.submissions.endOf(this.submissions.ask(created, change));
	}

	private ShadowTest test(String name) {
		return this.shadowTests.describe(this.targets.standard(), name).value();
	}

	private void awaitStatus(String name, String status) {
		this.submissions.await(() -> test(name).status().equals(status));
	}

	private List<String> ledger(String name) {
		return this.sageMaker.ledger()
			.stream()
			.filter((it) -> it.path("Name").asString("").equals(name)
					|| it.path("input").path("ResourceArn").asString("").endsWith("/" + name))
			.map((it) -> it.path("operation").asString())
			.toList();
	}

	private static ObjectNode object(String json) {
		JsonNode node = ChangeSituations.json(json);
		return (ObjectNode) node;
	}

}
