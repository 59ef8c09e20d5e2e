package dev.understudy.shell;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@WebMvcTest(Probe.Api.class)
@Import({ Probe.Api.class, StrictJson.class })
@WithMockUser
class ApiProblemsTests {

	private final MockMvcTester mvc;

	@Autowired
	ApiProblemsTests(MockMvcTester mvc) {
		this.mvc = mvc;
	}

	@ParameterizedTest
	@CsvSource({ "GET,/api/nothing,404,not-found", "GET,/api,404,not-found", "DELETE,/api/probe,405,method-not-allowed",
			"GET,/api/probe/not-an-id,404,not-found", "GET,/api/probe?pageToken=zz,400,page-token",
			"GET,/api/probe?pageSize=10000,400,invalid-input", "GET,/api/probe?pageSize=many,400,bad-request",
			"GET,/api/probe/failing,500,internal", "GET,/api/probe/outage,503,database-unavailable",
			"GET,/api/probe/stale,409,conflict" })
	void refusesWithAProblem(HttpMethod method, String uri, int status, String code) {
		MvcTestResult answer = this.mvc.method(method).uri(uri).with(csrf()).exchange();
		assertProblem(answer, status, code);
		assertThat(answer).bodyText().doesNotContain("Exception", "secret inner state", "dev.understudy");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "{\"name\":\"a\",\"count\":1,\"extra\":2}|1|unknown member",
					"{\"name\":\"a\",\"name\":\"b\"}|1|twice", "{\"name\":\"a\",\"count\":1} x|1|trailing",
					"{\"name\":7,\"count\":1}|1|no text", "{\"name\":\"a\",\"count\":\"7\"}|1|no number",
					"{\"name\":\"a\",\"count\":39.9}|1|fraction", "{\"name\":\"a\"}|1|absent number", "[|1|cut off" })
	void refusesToGuessWhatJsonMeans(String body, int line, String why) {
		MvcTestResult answer = post(body, MediaType.APPLICATION_JSON);
		assertProblem(answer, 400, "unreadable-json");
		assertThat(answer).as(why).bodyJson().extractingPath("$.line").isEqualTo(line);
		assertThat(answer).bodyJson()
			.extractingPath("$.column")
			.asNumber()
			.satisfies((column) -> assertThat(column.intValue()).isPositive());
		assertThat(answer).bodyText().doesNotContain("dev.understudy", "java.lang", "tools.jackson");
	}

	@Test
	void saysInWhichLineTheMistakeIs() {
		assertThat(post("{\n \"name\": \"a\",\n oops }", MediaType.APPLICATION_JSON)).bodyJson()
			.extractingPath("$.detail")
			.asString()
			.contains("line 3, column");
	}

	@Test
	void namesEachValueThatIsNotAllowedByItsPointer() {
		MvcTestResult answer = post("{\"name\":\" \",\"count\":1,\"rows\":[{\"key\":\"\"}]}",
				MediaType.APPLICATION_JSON);
		assertProblem(answer, 400, "invalid-input");
		assertThat(answer).bodyJson()
			.extractingPath("$.errors[*].pointer")
			.asArray()
			.containsExactlyInAnyOrder("/name", "/rows/0/key");
	}

	@Test
	void refusesOtherContentTypes() {
		assertProblem(post("name=a", MediaType.TEXT_PLAIN), 415, "unsupported-media-type");
	}

	@Test
	void refusesFormatsItDoesNotHave() {
		assertProblem(this.mvc.get().uri("/api/probe").accept(MediaType.IMAGE_PNG).exchange(), 406, "not-acceptable");
	}

	@Test
	void saysWhichMethodsThereAre() {
		assertThat(this.mvc.delete().uri("/api/probe").with(csrf())).headers()
			.hasHeaderSatisfying("Allow", (values) -> assertThat(values.getFirst()).contains("GET", "POST"));
	}

	@Test
	void refusesABodyThatIsTooLong() {
		assertProblem(post("{\"name\":\"" + "a".repeat(BodyLimitFilter.LIMIT) + "\"}", MediaType.APPLICATION_JSON), 413,
				"too-large");
	}

	@Test
	void aBrowserGetsAProblemFromTheApiToo() {
		assertProblem(this.mvc.get().uri("/api/nothing").accept(MediaType.TEXT_HTML).exchange(), 404, "not-found");
	}

	@Test
	void aListNamesItsNextPage() {
		MvcTestResult first = this.mvc.get().uri("/api/probe?pageSize=2").exchange();
		assertThat(first).hasStatusOk().bodyJson().extractingPath("$.items").asArray().containsExactly("a", "b");
		assertThat(first).headers()
			.hasHeaderSatisfying("Link",
					(values) -> assertThat(values.getFirst())
						.isEqualTo("<http://localhost/api/probe?pageSize=2&pageToken=%s>; rel=\"next\""
							.formatted(PageToken.of("b").encode())));
	}

	private MvcTestResult post(String body, MediaType type) {
		return this.mvc.post().uri("/api/probe").with(csrf()).contentType(type).content(body).exchange();
	}

	private static void assertProblem(MvcTestResult answer, int status, String code) {
		assertThat(answer).hasStatus(status).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(answer).bodyJson()
			.hasPathSatisfying("$.code", (value) -> assertThat(value).isEqualTo(code))
			.hasPathSatisfying("$.status", (value) -> assertThat(value).isEqualTo(status))
			.hasPathSatisfying("$.type", (value) -> assertThat(value).isEqualTo("urn:understudy:problem:" + code))
			.hasPathSatisfying("$.requestId",
					(value) -> assertThat(value).isEqualTo(answer.getResponse().getHeader(RequestId.HEADER)));
		assertThat(answer).bodyJson().hasPath("$.title").hasPath("$.detail");
	}

}
