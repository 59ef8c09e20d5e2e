package dev.understudy.experiment.web;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.understudy.experiment.Rehearsed;
import dev.understudy.definition.Draft;
import dev.understudy.shell.StrictJson;

import static org.assertj.core.api.Assertions.assertThat;

@Rehearsed
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiDescriptionTests {

	@Autowired
	MockMvcTester mvc;

	private JsonNode description;

	@BeforeAll
	void readWithoutAToken() {
		MvcTestResult answer = this.mvc.get().uri("/api/v1/openapi.json").exchange();
		assertThat(answer).hasStatusOk();
		this.description = JsonMapper.shared().readTree(answer.getResponse().getContentAsByteArray());
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			post,   /api/v1/experiments,                       201, 400 401 403 413 415 422
			get,    /api/v1/experiments,                       200, 400 401 403
			get,    /api/v1/experiments/{id},                  200, 400 401 403 404
			delete, /api/v1/experiments/{id},                  204, 400 401 403 404 409
			get,    /api/v1/experiments/{id}/definition,       200, 400 401 403 404
			put,    /api/v1/experiments/{id}/definition,       200, 400 401 403 404 409 412 413 415 422 428
			get,    /api/v1/experiments/{id}/revisions,        200, 400 401 403 404
			get,    /api/v1/experiments/{id}/revisions/{number}, 200, 400 401 403 404
			post,   /api/v1/experiments/{id}/revisions/{number}/restore, 200, 400 401 403 404 409 412 428
			post,   /api/v1/experiments/{id}/clone,            201, 400 401 403 404 415 422
			get,    /api/v1/experiments/{id}/diff,             200, 400 401 403 404
			post,   /api/v1/check,                             200, 400 401 403 413 415 422
			post,   /api/v1/experiments/{id}/check,            200, 400 401 403 404
			post,   /api/v1/imports,                           201, 400 401 403 413 415 422
			get,    /api/v1/experiments/{id}/export,           200, 400 401 403 404 422
			get,    /api/v1/found,                             200, 400 401 403
			post,   /api/v1/found/{id}/adopt,                  201, 400 401 403 404 409 502
			post,   /api/v1/found/sweep,                       202, 400 401 403 422
			get,    /api/v1/catalog/endpoints,                 200, 400 401 403 422
			get,    /api/v1/catalog/models,                    200, 400 401 403 422
			get,    /api/v1/catalog/keys,                      200, 400 401 403 422
			get,    /api/v1/catalog/buckets,                   200, 400 401 403 422
			get,    /api/v1/catalog/instance-types,            200, 400 401 403 422
			post,   /api/v1/catalog/refresh,                   202, 400 401 403 422
			post,   /api/v1/experiments/{id}/preflight,        200, 400 401 403 404 409
			get,    /api/v1/experiments/{id}/cost,             200, 400 401 403 404
			post,   /api/v1/cost,                              200, 400 401 403 413 415 422
			get,    /api/v1/prices,                            200, 400 401 403
			put,    /api/v1/prices,                            200, 400 401 403 413 415 422
			post,   /api/v1/experiments/{id}/operations,       202, 400 401 403 404 409 412 413 415 422
			""")
	void everyRouteIsDescribedWithItsAnswers(String method, String path, String success, String refusals) {
		JsonNode route = this.description.path("paths").path(path).path(method);
		assertThat(route.path("summary").stringValue("")).isNotBlank();
		assertThat(route.path("responses").propertyNames()).contains(success).contains(refusals.split(" "));
		for (String refusal : refusals.split(" ")) {
			assertThat(route.at("/responses/%s/content".formatted(refusal)).propertyNames())
				.containsExactly("application/problem+json");
		}
		assertThat(route.path("parameters").findValuesAsString("name")).doesNotContain("actor");
	}

	@Test
	void requiredHeadersAreDescribed() {
		assertThat(header("put", "/api/v1/experiments/{id}/definition", "If-Match").path("required").booleanValue())
			.isTrue();
		assertThat(header("post", "/api/v1/experiments/{id}/operations", "Idempotency-Key").path("required")
			.booleanValue()).isTrue();
	}

	@Test
	void theExampleOfADefinitionIsInOrder() {
		MvcTestResult answer = this.mvc.post()
			.uri("/api/v1/check")
			.with(Bearer.author())
			.contentType(MediaType.APPLICATION_JSON)
			.content(example("/api/v1/check"))
			.exchange();
		JsonNode findings = JsonMapper.shared().readTree(answer.getResponse().getContentAsByteArray());
		assertThat(answer).hasStatusOk();
		assertThat(findings.findValuesAsString("severity")).doesNotContain("error");
		assertThat(Draft.parse(example("/api/v1/check")).name()).hasValue("fraud-v7-shadow");
	}

	@Test
	void theExampleOfANewExperimentMakesOne() {
		assertThat(this.mvc.post()
			.uri("/api/v1/experiments")
			.with(Bearer.author())
			.contentType(MediaType.APPLICATION_JSON)
			.content(example("/api/v1/experiments"))).hasStatus(201);
	}

	@Test
	void everyOperationIsDescribedWithAnExampleOfItsOwn() {
		JsonNode json = this.description.path("paths")
			.path("/api/v1/experiments/{id}/operations")
			.path("post")
			.at("/requestBody/content/application~1json");
		assertThat(json.path("examples").propertyNames()).containsExactlyInAnyOrder("create", "start", "stop", "update",
				"delete", "tag");
		assertThat(json.path("schema").path("oneOf").findValuesAsString("$ref")).hasSize(6).allSatisfy((reference) -> {
			JsonNode schema = this.description.at(reference.substring(1));
			assertThat(schema.path("required").valueStream().map(JsonNode::stringValue)).contains("type");
		});
		json.path("examples").forEachEntry((type, example) -> {
			JsonNode body = example.path("value");
			JsonNode read = body.isString() ? JsonMapper.shared().readTree(body.stringValue()) : body;
			assertThat(read.path("type").stringValue()).isEqualTo(type);
			assertThat(StrictJson.mapper().treeToValue(read, AskedOperation.class)).isNotNull();
		});
	}

	private JsonNode header(String method, String path, String name) {
		for (JsonNode parameter : this.description.path("paths").path(path).path(method).path("parameters")) {
			if (parameter.path("name").stringValue("").equals(name)
					&& parameter.path("in").stringValue("").equals("header")) {
				return parameter;
			}
		}
		throw new AssertionError("No header " + name);
	}

	private String example(String path) {
		JsonNode json = this.description.path("paths")
			.path(path)
			.path("post")
			.at("/requestBody/content/application~1json");
		JsonNode example = json.path("examples").isEmpty() ? json.path("example")
				: json.path("examples").iterator().next().path("value");
		return example.isString() ? example.stringValue() : example.toString();
	}

}
