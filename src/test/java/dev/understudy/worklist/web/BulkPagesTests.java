package dev.understudy.worklist.web;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.understudy.actor.Role;
import dev.understudy.experiment.Actors;
import dev.understudy.experiment.Phase;
import dev.understudy.experiment.RehearsedTests;
import dev.understudy.experiment.SqlCount;
import dev.understudy.shell.Flash;

import static org.assertj.core.api.Assertions.assertThat;

/** One thing done to many experiments. */
class BulkPagesTests extends RehearsedTests {

	private static final String PAGE = "/experiments/bulk";

	@Test
	void beforeAnythingHappensThePageSaysWhatWouldAndWhatCannot() {
		UUID running = live(name("to-stop"), "Running");
		UUID scheduled = live(name("not-begun"), "Created");
		UUID draft = draft(name("no-test"));
		assertThat(get(PAGE + "?work=stop-discard" + ids(running, scheduled, draft, UUID.randomUUID()))).hasStatusOk()
			.bodyText()
			.contains("shadow is taken down, production goes on answering on", "It has not started.",
					"SageMaker does not have it.", "One that was picked is not there.", "3 that cannot",
					"Stop one and discard its shadow", "name=\"id\" value=\"%s\"".formatted(running))
			.doesNotContain("name=\"id\" value=\"%s\"".formatted(draft), "??");
		assertThat(this.experiments.get(running).experiment().getPending()).isNull();
	}

	@Test
	void eachIsDoneByItselfAndWhatIsRefusedHoldsUpNothing() {
		UUID first = draft(name("first"));
		UUID gone = draft(name("gone-meanwhile"));
		UUID last = draft(name("last"));
		this.experiments.discard(gone, Actors.author());
		UUID run = UUID.randomUUID();
		assertThat(begin("discard", run, first, gone, last)).hasRedirectedUrl(PAGE + "/" + run);
		assertThat(List.of(phase(first), phase(last))).containsOnly(Phase.DISCARDED);
		assertThat(get(PAGE + "/" + run)).hasStatusOk()
			.bodyText()
			.contains("2 done or asked for, 1 refused.", "The experiment is discarded: only a draft can be discarded")
			.doesNotContain("still to be done", "??");
		assertThat(entries(first, "experiment.discarded")).isOne();
		assertThat(entries(gone, "experiment.discarded")).isOne();
	}

	@Test
	void aStopIsAskedForWithItsReasonAndLeadsToItsOperation() {
		UUID id = live(name("with-reason"), "Running");
		UUID run = UUID.randomUUID();
		assertThat(form("stop-keep", run, id).param("reason", "Costs\ntoo much")).hasStatus3xxRedirection();
		assertThat(this.delivery.last(id).payload()).contains("Costs too much", "Retain").doesNotContain("Remove");
		assertThat(get(PAGE + "/" + run)).bodyText()
			.contains("Asked for", "/experiments/%s/operations/%s".formatted(id, this.delivery.last(id).id()));
	}

	@Test
	void pressingTwiceDoesNothingTwice() throws Exception {
		UUID id = live(name("twice"), "Running");
		UUID run = UUID.randomUUID();
		int before = operations();
		try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<MvcTestResult>> answers = Stream
				.generate(() -> people.submit(() -> begin("stop-discard", run, id)))
				.limit(4)
				.toList();
			for (Future<MvcTestResult> answer : answers) {
				assertThat(answer.get()).hasRedirectedUrl(PAGE + "/" + run);
			}
		}
		assertThat(operations()).isEqualTo(before + 1);
		assertThat(get(PAGE + "/" + run)).bodyText().contains("1 done or asked for, 0 refused.");
	}

	@Test
	void tagsAreShownByWhatChangesAndAskedFor() {
		UUID id = live(name("tagged"), "Created");
		UUID draft = draft(name("tag-draft"));
		assertThat(get(PAGE + "?work=tag" + ids(id, draft))).bodyText()
			.contains("Tags to set")
			.doesNotContain("Change tags of one", "??");
		assertThat(preview("tag", id, draft).param("add", "team=risk\nstage=prod").param("remove", "nothing"))
			.hasStatusOk()
			.bodyText()
			.contains("Changes in SageMaker: +team=risk, +stage=prod", "Change tags of one",
					"SageMaker does not have it.")
			.doesNotContain("−nothing");
		assertThat(form("tag", UUID.randomUUID(), id).param("add", "team=risk\r\nstage=prod"))
			.hasStatus3xxRedirection();
		assertThat(this.delivery.last(id).payload()).contains("team", "risk", "stage", "prod");
	}

	@Test
	void whatIsTypedStandsInNoAddress() {
		UUID id = live(name("typed"), "Created");
		assertThat(get(PAGE + "?work=tag" + ids(id))).bodyText()
			.containsPattern("<form method=\"post\"[^>]* action=\"/experiments/bulk/preview\"");
		assertThat(get(PAGE + "?work=tag&add=team%3Drisk" + ids(id))).bodyText()
			.contains("Tags to set")
			.doesNotContain("team=risk");
		assertThat(preview("tag", id).param("add", "team=risk")).bodyText().contains("team=risk</textarea>");
		assertThat(get(PAGE + "/preview")).hasRedirectedUrl("/experiments");
	}

	@Test
	void whatOneOfThemRefusesIsSaidInTheWordsOfTheRules() {
		UUID id = live(name("reserved"), "Created");
		UUID run = UUID.randomUUID();
		assertThat(form("tag", run, id).param("add", "aws:team=risk")).hasStatus3xxRedirection();
		assertThat(get(PAGE + "/" + run)).bodyText()
			.contains("0 done or asked for, 1 refused.", "aws: or understudy:")
			.doesNotContain("??");
	}

	@Test
	void labelsAreAddedInAnyPhase() {
		UUID draft = draft(name("labelled-draft"));
		UUID ended = live(name("labelled-ended"), "Completed");
		assertThat(form("label", UUID.randomUUID(), draft, ended).param("labels", "Quarter 4, blue"))
			.hasStatus3xxRedirection();
		assertThat(this.experiments.get(draft).experiment().getLabels().labels()).containsExactly("Quarter 4", "blue");
		assertThat(this.experiments.get(ended).experiment().getLabels().labels()).containsExactly("Quarter 4", "blue");
		assertThat(preview("label", draft, ended).param("labels", "BLUE")).bodyText()
			.contains("It is so already.")
			.doesNotContain("Label 2 experiments");
	}

	@Test
	void whatBrokeOffIsGoneOnWith() {
		UUID id = draft(name("broken-off"));
		UUID run = UUID.randomUUID();
		this.jdbc.sql("insert into bulk_run values (?, 'author', cast(? as json), now())")
			.params(run, "{\"work\":\"discard\",\"add\":[],\"remove\":[],\"labels\":[]}")
			.update();
		this.jdbc.sql("insert into bulk_row (run_id, position, experiment_id) values (?, 0, ?)")
			.params(run, id)
			.update();
		assertThat(get(PAGE + "/" + run)).bodyText().contains("One is still to be done", "Go on");
		assertThat(post(PAGE + "/" + run).exchange()).hasRedirectedUrl(PAGE + "/" + run);
		assertThat(phase(id)).isEqualTo(Phase.DISCARDED);
		assertThat(get(PAGE + "/" + run)).bodyText().doesNotContain("still to be done");
	}

	@Test
	void whatSomebodyElseAskedForIsNotThere() {
		UUID id = draft(name("not-yours"));
		UUID run = UUID.randomUUID();
		begin("discard", run, id);
		assertThat(get(PAGE + "/" + run, Role.ADMIN)).hasStatus(404);
		UUID other = draft(name("still-a-draft"));
		assertThat(post(PAGE, Role.ADMIN).param("work", "discard")
			.param("run", run.toString())
			.param("id", other.toString())).hasStatus(404);
		assertThat(phase(other)).isEqualTo(Phase.DRAFT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "promote", "stop-promote", "", "delete" })
	void nothingElseIsDoneToMany(String work) {
		UUID id = live(name("only-one"), "Running");
		assertThat(begin(work, UUID.randomUUID(), id)).hasRedirectedUrl("/experiments");
		assertThat(get("%s?work=%s%s".formatted(PAGE, work, ids(id)))).hasRedirectedUrl("/experiments");
		assertThat(this.experiments.get(id).experiment().getPending()).isNull();
	}

	@Test
	void aHundredIsTheMost() {
		UUID[] many = Stream.generate(UUID::randomUUID).limit(101).toArray(UUID[]::new);
		assertThat(get(PAGE + "?work=discard" + ids(many))).hasRedirectedUrl("/experiments")
			.flash()
			.containsEntry("flash", new Flash(Flash.Level.ERROR, "bulk.too-many", List.of("100")));
		assertThat(begin("discard", UUID.randomUUID(), many)).hasRedirectedUrl("/experiments");
	}

	@Test
	void thePagesTakeAFewStatementsForManyRows() {
		UUID[] many = Stream.generate(() -> draft(name("many"))).limit(7).toArray(UUID[]::new);
		UUID run = UUID.randomUUID();
		assertThat(SqlCount.of(() -> get(PAGE + "?work=discard" + ids(many)))).isBetween(1, 5);
		begin("discard", run, many);
		assertThat(SqlCount.of(() -> get(PAGE + "/" + run))).isBetween(1, 5);
	}

	@Test
	void theListOffersItToWhoMayChangeAnything() {
		draft(name("in-the-list"));
		assertThat(get("/experiments")).bodyText().contains("id=\"bulk\"", "data-pick").doesNotContain("??");
		assertThat(get("/experiments", Role.VIEWER)).bodyText().doesNotContain("id=\"bulk\"", "form=\"bulk\"");
	}

	private MvcTestResult begin(String work, UUID run, UUID... ids) {
		return form(work, run, ids).exchange();
	}

	private MockMvcTester.MockMvcRequestBuilder preview(String work, UUID... ids) {
		return post(PAGE + "/preview").param("work", work)
			.param("id", Stream.of(ids).map(UUID::toString).toArray(String[]::new));
	}

	private MockMvcTester.MockMvcRequestBuilder form(String work, UUID run, UUID... ids) {
		return post(PAGE).param("work", work)
			.param("run", run.toString())
			.param("id", Stream.of(ids).map(UUID::toString).toArray(String[]::new));
	}

	private Phase phase(UUID id) {
		return this.experiments.get(id).experiment().getPhase();
	}

	private long entries(UUID id, String action) {
		return this.jdbc.sql("select count(*) from audit_entry where experiment_id = ? and action = ?")
			.params(id, action)
			.query(Long.class)
			.single();
	}

	private static String ids(UUID... ids) {
		StringBuilder query = new StringBuilder();
		Stream.of(ids).forEach((id) -> query.append("&id=").append(id));
		return query.toString();
	}

}
