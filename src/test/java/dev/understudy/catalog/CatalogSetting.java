package dev.understudy.catalog;

import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.understudy.TestDatabase;
import dev.understudy.definition.Draft;
import dev.understudy.delivery.Operations;
import dev.understudy.experiment.Actors;
import dev.understudy.experiment.Experiments;
import dev.understudy.experiment.NewDraft;
import dev.understudy.experiment.SqlCount;
import dev.understudy.simulator.SimulatorControl;
import dev.understudy.target.Targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** An account to read and to check drafts against. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "understudy.sandbox.samples=false", "understudy.jobs.enabled=false",
				"understudy.simulator.control=true", "understudy.catalog.preflight=20s",
				"understudy.catalog.patience=90s" })
@AutoConfigureMockMvc
@Import({ TestDatabase.class, SqlCount.class })
abstract class CatalogSetting {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Experiments experiments;

	@Autowired
	Operations operations;

	@Autowired
	Catalog catalog;

	@Autowired
	SubmissionPreflight submission;

	@Autowired
	Targets targets;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Clock clock;

	@LocalServerPort
	int port;

	SimulatorControl sageMaker;

	@BeforeEach
	void control() {
		this.sageMaker = new SimulatorControl(this.port);
		if (this.catalog.reading(this.targets.standard()).readAt() == null) {
			this.catalog.renew(this.targets.standard());
		}
	}

	@AfterEach
	void clear() {
		this.sageMaker.clearFaults();
	}

	UUID draft(Draft draft) {
		return this.experiments.draft(new NewDraft(null, draft), Actors.author()).experiment().getId();
	}

	JsonNode preflight(UUID id) {
		MvcTestResult answer = this.mvc.post()
			.uri("/api/v1/experiments/{id}/preflight", id)
			.header(HttpHeaders.AUTHORIZATION, "Bearer us_sandbox_author")
			.exchange();
		assertThat(answer).hasStatusOk();
		return body(answer).path("checks");
	}

	JsonNode preflight(UUID id, String check) {
		return StreamSupport.stream(preflight(id).spliterator(), false)
			.filter((it) -> it.path("id").stringValue().equals(check))
			.findFirst()
			.orElseThrow();
	}

	MvcTestResult get(String address) {
		return this.mvc.get()
			.uri(URI.create(address))
			.header(HttpHeaders.AUTHORIZATION, "Bearer us_sandbox_viewer")
			.with(user("author").authorities(() -> "READ", () -> "WRITE"))
			.exchange();
	}

	static JsonNode body(MvcTestResult answer) {
		return JsonMapper.shared().readTree(answer.getResponse().getContentAsByteArray());
	}

}
