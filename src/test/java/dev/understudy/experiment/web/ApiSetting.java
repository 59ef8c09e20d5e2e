package dev.understudy.experiment.web;

import java.net.URI;
import java.util.UUID;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.understudy.definition.Draft;
import dev.understudy.definition.Drafts;
import dev.understudy.experiment.CarriedOperations;
import dev.understudy.experiment.Experiments;
import dev.understudy.experiment.Rehearsed;

import static org.assertj.core.api.Assertions.assertThat;

/** A program with the token of an author. */
@Rehearsed
abstract class ApiSetting {

	static final String EXPERIMENTS = "/api/v1/experiments";

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Experiments experiments;

	@Autowired
	CarriedOperations delivery;

	UUID draft(Draft draft) {
		MvcTestResult made = post(EXPERIMENTS, "{\"definition\":%s}".formatted(draft.json()));
		return UUID.fromString(body(made).path("id").stringValue());
	}

	MvcTestResult get(String uri) {
		return this.mvc.get().uri(uri).with(Bearer.viewer()).exchange();
	}

	MvcTestResult get(URI uri) {
		return this.mvc.get().uri(uri).with(Bearer.viewer()).exchange();
	}

	MvcTestResult post(String uri, String body) {
		return this.mvc.post()
			.uri(uri)
			.with(Bearer.author())
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

	MvcTestResult put(String uri, String etag, String body) {
		var request = this.mvc.put()
			.uri(uri)
			.with(Bearer.author())
			.contentType(MediaType.APPLICATION_JSON)
			.content(body);
		return ((etag != null) ? request.header("If-Match", etag) : request).exchange();
	}

	MvcTestResult ask(String uri, String key, String body) {
		var request = this.mvc.post()
			.uri(uri)
			.with(Bearer.author())
			.contentType(MediaType.APPLICATION_JSON)
			.content(body);
		return ((key != null) ? request.header("Idempotency-Key", key) : request).exchange();
	}

	static JsonNode refused(MvcTestResult answer, int status, String code) {
		assertThat(answer).hasStatus(status).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
		JsonNode problem = body(answer);
		assertThat(problem.path("code").stringValue()).isEqualTo(code);
		assertThat(problem.has("requestId")).isTrue();
		return problem;
	}

	static JsonNode body(MvcTestResult answer) {
		return JsonMapper.shared().readTree(answer.getResponse().getContentAsByteArray());
	}

	static Draft named(String name) {
		return Drafts.change(Drafts.minimal(), "/Name", name);
	}

}
