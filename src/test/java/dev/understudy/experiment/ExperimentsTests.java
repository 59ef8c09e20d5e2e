package dev.understudy.experiment;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

import dev.understudy.actor.Role;
import dev.understudy.definition.Draft;
import dev.understudy.definition.Drafts;
import dev.understudy.definition.Finding;
import dev.understudy.target.UnknownTargetException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

/** Drafts, their revisions, and how they are submitted. */
class ExperimentsTests extends ExperimentSetting {

	@Test
	void anEmptyDraftIsKeptAndJudged() {
		ExperimentView begun = this.experiments.draft(new NewDraft(null, Draft.empty()), Actors.author());
		ExperimentView read = this.experiments.get(begun.experiment().getId());
		assertThat(read.experiment().getPhase()).isEqualTo(Phase.DRAFT);
		assertThat(read.experiment().getTarget()).isEqualTo("sandbox");
		assertThat(read.revision().number()).isEqualTo(1);
		assertThat(read.findings()).extracting(Finding::rule).contains("name.required");
		assertThat(actions(begun)).containsExactly("experiment.drafted");
	}

	@Test
	void aTokenDraftsForItsUser() {
		assertThat(this.experiments.draft(new NewDraft(null, Draft.empty()), Actors.token("author/ci"))
			.experiment()
			.getOwner()).isEqualTo("author");
	}

	@Test
	void aDraftForAnUnknownTargetIsRefused() {
		assertThatExceptionOfType(UnknownTargetException.class)
			.isThrownBy(() -> this.experiments.draft(new NewDraft("nowhere", Draft.empty()), Actors.author()));
	}

	@Test
	void whatWasTypedIsKeptWhateverItIs() {
		Draft typed = Draft
			.parse("{\"Name\":7,\"Mystery\":[1.50,\"ä\\n\"],\"EndpointName\":\"%s\"}".formatted("x".repeat(200_000)));
		UUID id = draft(typed);
		assertThat(this.experiments.get(id).revision().draft().json()).isEqualTo(typed.json());
	}

	@Test
	void eachEditMakesARevisionWithWhatChanged() {
		UUID id = draft(minimal());
		ExperimentView revised = this.experiments.revise(id, 1, Drafts.change(minimal(), "/KmsKey", "alias/ml"),
				Actors.user("second", Role.AUTHOR));
		assertThat(revised.revision().number()).isEqualTo(2);
		assertThat(this.experiments.revisions(id, 10, null).items()).extracting(Revision::number, Revision::author)
			.containsExactly(tuple(2, "second"), tuple(1, "author"));
		ExperimentEvent event = this.events.stream(ExperimentEvent.class)
			.filter((it) -> it.what() == ExperimentEvent.What.REVISED)
			.findFirst()
			.orElseThrow();
		assertThat(event.before()).isEqualTo("{}");
		assertThat(event.after()).isEqualTo("{\"/KmsKey\":\"alias/ml\"}");
	}

	@Test
	void anEditThatChangesNothingMakesNoRevision() {
		UUID id = draft(minimal());
		assertThat(this.experiments.revise(id, 1, minimal(), Actors.author()).revision().number()).isEqualTo(1);
		assertThat(this.experiments.get(id).experiment().getVersion()).isEqualTo(1);
	}

	@Test
	void aStaleEditIsRefusedWithTheOtherSideEvenWhenTheTextIsBackToWhatItWas() {
		UUID id = draft(minimal());
		this.experiments.revise(id, 1, Draft.empty(), Actors.author());
		this.experiments.revise(id, 2, minimal(), Actors.user("second", Role.AUTHOR));
		StaleRevisionException stale = catchThrowableOfType(StaleRevisionException.class,
				() -> this.experiments.revise(id, 1, Drafts.change(minimal(), "/Name", "mine"), Actors.author()));
		assertThat(stale.expected()).isEqualTo(1);
		assertThat(stale.current().number()).isEqualTo(3);
		assertThat(stale.current().author()).isEqualTo("second");
		assertThat(stale.current().draft()).isEqualTo(minimal());
	}

	@Test
	void aDiscardedDraftIsReadableAndFinal() {
		UUID id = draft(minimal());
		this.experiments.discard(id, Actors.author());
		assertThat(this.experiments.get(id).experiment().getPhase()).isEqualTo(Phase.DISCARDED);
		assertThatExceptionOfType(IllegalPhaseException.class)
			.isThrownBy(() -> this.experiments.revise(id, 1, Draft.empty(), Actors.author()));
		assertThatExceptionOfType(IllegalPhaseException.class)
			.isThrownBy(() -> this.experiments.discard(id, Actors.author()));
	}

	@Test
	void submittingFreezesTheCanonicalFormOfTheRevision() {
		ExperimentView submitted = submit(named("freeze"));
		assertThat(submitted.experiment().getPhase()).isEqualTo(Phase.SUBMITTING);
		assertThat(submitted.findings()).isEmpty();
		assertThat(this.delivery.taken()).filteredOn((asked) -> asked.name().equals("freeze"))
			.singleElement()
			.satisfies((asked) -> assertThat(asked.sha256()).isEqualTo(submitted.revision().sha256()));
		assertThat(actions(submitted)).containsExactly("experiment.drafted", "experiment.submitted");
	}

	@Test
	void aDraftWithErrorsIsNotSubmittedAndStaysADraft() {
		UUID id = draft(Drafts.change(minimal(), "/RoleArn", "arn:aws:iam::111122223333:role/other"));
		DefinitionRefusedException refused = catchThrowableOfType(DefinitionRefusedException.class,
				() -> this.experiments.submit(id, null, Actors.author()));
		assertThat(refused.findings()).filteredOn(Finding::forbids).extracting(Finding::pointer).contains("/RoleArn");
		assertThat(this.experiments.get(id).experiment().getPhase()).isEqualTo(Phase.DRAFT);
	}

	@Test
	void onlyTheReviewedRevisionIsSubmitted() {
		UUID id = draft(minimal());
		this.experiments.revise(id, 1, named("second-thought"), Actors.author());
		assertThatExceptionOfType(StaleRevisionException.class)
			.isThrownBy(() -> this.experiments.submit(id, 1, Actors.author()));
	}

	@Test
	void aSecondSubmissionNamesTheOperationInFlight() {
		ExperimentView submitted = submit(named("twice"));
		IllegalPhaseException refused = catchThrowableOfType(IllegalPhaseException.class,
				() -> this.experiments.submit(submitted.experiment().getId(), null, Actors.author()));
		assertThat(refused.operationId()).isEqualTo(submitted.experiment().getOperationId());
	}

	@Test
	void revisionsCannotBeChangedByAnyStatement() {
		draft(minimal());
		for (String statement : List.of("update revision set author = 'x'", "delete from revision",
				"truncate revision")) {
			assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.jdbc.sql(statement).update())
				.havingRootCause()
				.withMessageContaining("append-only");
		}
	}

}
