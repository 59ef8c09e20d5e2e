package dev.understudy.audit;

import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

import dev.understudy.TestDatabase;
import dev.understudy.actor.Actor;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest
@AutoConfigureMockMvc
@Import(TestDatabase.class)
@WithMockUser(username = "olga", authorities = { "READ", "READ_AUDIT" })
class AuditWebTests {

	private final MockMvcTester mvc;

	private final AuditTrail trail;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transaction;

	private final UUID experiment = UUID.randomUUID();

	@Autowired
	AuditWebTests(MockMvcTester mvc, AuditTrail trail, ApplicationEventPublisher events,
			TransactionTemplate transaction) {
		this.mvc = mvc;
		this.trail = trail;
		this.events = events;
		this.transaction = transaction;
	}

	@BeforeEach
	void somethingHappened() {
		Actor actor = new Actor(Actor.Kind.USER, "<i>ada</i>", Set.of(), "request-" + this.experiment, "192.0.2.7");
		this.transaction.executeWithoutResult((status) -> this.events
			.publishEvent(new AuditTrailTests.Change(actor, this.experiment, "experiment.revised")));
	}

	@Test
	void theListFiltersByWhatStandsInTheAddress() {
		assertThat(this.mvc.get().uri("/audit?experimentId={id}", this.experiment)).hasStatusOk()
			.bodyText()
			.contains("revised the draft", "&lt;i&gt;ada&lt;/i&gt;", "value=\"" + this.experiment + "\"",
					"GET /api/v1/audit?experimentId=")
			.doesNotContain("<i>ada");
		assertThat(this.mvc.get().uri("/audit?actor=nobody")).bodyText().contains("No entry matches");
	}

	@Test
	void anEntryShowsWhatChanged() {
		UUID id = this.trail.ofExperiment(this.experiment, 1, null).items().getFirst().id();
		assertThat(this.mvc.get().uri("/audit/{id}", id)).hasStatusOk()
			.bodyText()
			.contains("/Name", "<del class=\"u-old\">a</del>", "<ins class=\"u-new\">b</ins>", "because", "aws-1");
		assertThat(this.mvc.get().uri("/audit/{id}", UUID.randomUUID())).hasStatus(404);
	}

	@Test
	void theHistoryIsAPageAndAPanel() {
		assertThat(this.mvc.get().uri("/experiments/{id}/history", this.experiment)).hasStatusOk()
			.bodyText()
			.contains("<html", "id=\"history\"", "1 field changed");
		assertThat(this.mvc.get().uri("/experiments/{id}/history", this.experiment).header("HX-Request", "true"))
			.hasStatusOk()
			.bodyText()
			.contains("id=\"history\"")
			.doesNotContain("<html");
	}

	@ParameterizedTest
	@ValueSource(strings = { "from=yesterday", "to=2026-13-01", "experimentId=7" })
	void aFilterThatCannotBeReadIsToldAndKept(String filter) {
		assertThat(this.mvc.get().uri("/audit?" + filter)).hasStatusOk()
			.bodyText()
			.contains("There is a problem", "value=\"" + filter.substring(filter.indexOf('=') + 1) + "\"");
	}

	@Test
	void programsGetEntriesAsTheContractSays() {
		MvcTestResult answer = this.mvc.get()
			.uri("/api/v1/experiments/{id}/audit", this.experiment)
			.with(SecurityMockMvcRequestPostProcessors.testSecurityContext())
			.exchange();
		assertThat(answer).hasStatusOk().bodyJson().isLenientlyEqualTo("""
				{"items": [{"actor": {"kind": "user", "name": "<i>ada</i>"}, "action": "experiment.revised",
				"target": "sandbox", "before": {"Name": "a"}, "after": {"Name": "b"}, "reason": "because",
				"awsRequestId": "aws-1", "address": "192.0.2.7"}]}""");
	}

	@ParameterizedTest
	@ValueSource(strings = { "actor=%00", "q=%00", "action=%00", "target=%00" })
	void aNulMatchesNothing(String filter) {
		assertThat(this.mvc.get().uri(java.net.URI.create("/api/v1/audit?" + filter))).hasStatusOk()
			.bodyJson()
			.extractingPath("$.items")
			.asArray()
			.isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "pageSize=0", "pageSize=201", "pageSize=10000", "pageToken=x", "from=yesterday",
			"experimentId=7" })
	void whatCannotBeReadIsRefused(String filter) {
		assertThat(this.mvc.get().uri("/api/v1/audit?" + filter)).hasStatus(400);
	}

}
