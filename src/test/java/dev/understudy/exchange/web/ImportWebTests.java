package dev.understudy.exchange.web;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

import dev.understudy.definition.Draft;
import dev.understudy.definition.Drafts;

import static org.assertj.core.api.Assertions.assertThat;

/** Definitions come in, pasted, as a file, from the account and over REST. */
class ImportWebTests extends ExchangeSetting {

	private static final String IMPORT = "/experiments/import";

	@Test
	void thePageIsReachedFromWhereExperimentsBegin() {
		for (String page : List.of("/experiments", "/experiments/new")) {
			assertThat(page(page)).hasStatusOk().bodyText().contains("href=\"" + IMPORT + "\"");
		}
		assertThat(page(IMPORT)).hasStatusOk().bodyText().contains("Import an experiment").doesNotContain("??");
	}

	@Test
	void whatIsInOrderBecomesADraftAtOnce() {
		String text = Drafts.minimal().with("/Arn", Drafts.minimal().at("/RoleArn")).pretty();
		MvcTestResult answer = post(IMPORT, "text", text);
		assertThat(answer).hasStatus(302)
			.flash()
			.hasEntrySatisfying("flash", (flash) -> assertThat(flash.toString()).contains("Arn was left out"));
		assertThat(definition(answer)).isEqualTo(Drafts.minimal());
	}

	@Test
	void whatHasErrorsIsShownWithThemAndKeptOnlyWhenAskedAgain() {
		String text = "Name: my_test\r\nType: Canary # " + ATTACK + "\r\n";
		assertThat(post(IMPORT, "text", text)).hasStatus(422)
			.bodyText()
			.contains("Line 1, column 7", "href=\"#line-2\"", "id=\"line-2\"", "Import it as it is",
					"# &quot;&gt;&lt;script&gt;")
			.doesNotContain("<script>alert", "??");
		MvcTestResult kept = post(IMPORT, "text", text, "then", "keep");
		assertThat(definition(kept)).isEqualTo(Draft.parse("{\"Name\":\"my_test\",\"Type\":\"Canary\"}"));
	}

	@Test
	void whatCannotBeReadIsShownWithThePlaceAndNothingIsLost() {
		MvcTestResult answer = post(IMPORT, "text", "{\n  \"Name\": \"a\",\n  \"Type\" 5\n}", "format", "json");
		assertThat(answer).hasStatus(422)
			.bodyText()
			.contains("This cannot be read", "Line 3, column 10", "  &quot;Type&quot; 5")
			.doesNotContain("Import it as it is", "??");
		assertThat(post(IMPORT, "text", "")).hasStatus(422).bodyText().contains("There is nothing to read");
		assertThat(post(IMPORT)).hasStatus(422).bodyText().contains("There is nothing to read");
		assertThat(post(IMPORT, "text", "Name: " + "x".repeat(300_000))).hasStatus(422)
			.bodyText()
			.contains("larger than 256 KB", "x".repeat(300_000));
	}

	@Test
	void aPastedCommandIsToldFromOtherTextsAndItsPlacesAreShown() {
		String command = "aws sagemaker create-inference-experiment \\\r\n  --name my_test --retries 5";
		assertThat(post(IMPORT, "text", command)).hasStatus(422)
			.bodyText()
			.contains("Line 2, column 10", "--retries", "value=\"command\"")
			.doesNotContain("??");
		assertThat(post(IMPORT, "text", command + " | cat", "format", "command")).hasStatus(422)
			.bodyText()
			.contains("Only a running shell knows what | means here");
	}

	@Test
	void aProgramImportsACommand() {
		String command = "aws sagemaker create-inference-experiment --region us-east-1 --name my_test";
		JsonNode bare = body(api("application/x-sh", command));
		assertThat(bare.at("/definition/Name").stringValue()).isEqualTo("my_test");
		assertThat(bare.at("/findings/0/column").intValue()).isEqualTo(command.indexOf("my_test") + 1);
		assertThat(bare.at("/notices/0/kind").stringValue()).isEqualTo("option");
		JsonNode held = body(
				api(MediaType.APPLICATION_JSON_VALUE, "{\"format\":\"command\",\"text\":\"%s\"}".formatted(command)));
		assertThat(held.path("findings")).isEqualTo(bare.path("findings"));
	}

	@Test
	void anUnknownTargetIsNamed() {
		assertThat(post(IMPORT, "text", "Name: a", "target", "moon")).hasStatus(409).bodyText().contains("moon");
	}

	@Test
	void anExperimentInTheAccountIsCopiedIntoANewDraft() {
		this.aws.schedule("to-copy");
		MvcTestResult answer = post(IMPORT + "/copy", "name", " to-copy ");
		Draft copy = definition(answer);
		assertThat(copy.with("/Tags", null))
			.isEqualTo(Drafts.with("/Name", "to-copy-copy").with("/Schedule", null).with("/Tags", null));
		assertThat(copy.at("/Tags").findValuesAsString("Key")).containsExactly("cost-center", "team");
	}

	@Test
	void whatIsNotInTheAccountCannotBeCopied() {
		assertThat(post(IMPORT + "/copy", "name", "no-such-thing")).hasStatus(422)
			.bodyText()
			.contains("no-such-thing could not be read from SageMaker. ResourceNotFound", "value=\"no-such-thing\"");
		assertThat(post(IMPORT + "/copy", "name", " ")).hasStatus(422).bodyText().contains("Enter the name");
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/yaml", "application/x-yaml", "text/yaml", "application/yaml;charset=UTF-8" })
	void aProgramImportsYaml(String type) {
		MvcTestResult answer = api(type, "Name: my_test\nDescription: \u00e4\nArn: x\n");
		assertThat(answer).hasStatus(201).headers().containsHeader(HttpHeaders.ETAG);
		JsonNode body = body(answer);
		assertThat(answer.getResponse().getHeader(HttpHeaders.LOCATION))
			.isEqualTo("/api/v1/experiments/" + body.path("id").stringValue());
		assertThat(body.at("/definition/Description").stringValue()).isEqualTo("\u00e4");
		assertThat(body.path("phase").stringValue()).isEqualTo("draft");
		JsonNode finding = body.path("findings").path(0);
		assertThat(finding.path("rule").stringValue()).isEqualTo("name.pattern");
		assertThat(finding.path("line").intValue()).isEqualTo(1);
		assertThat(finding.path("column").intValue()).isEqualTo(7);
		JsonNode notice = body.path("notices").path(0);
		assertThat(notice.path("kind").stringValue()).isEqualTo("not-defined");
		assertThat(notice.path("message").stringValue()).startsWith("Arn was left out");
		assertThat(notice.path("line").intValue()).isEqualTo(3);
	}

	@Test
	void aProgramImportsJsonAsItIsOrAsText() {
		JsonNode bare = body(api(MediaType.APPLICATION_JSON_VALUE, Drafts.complete().pretty()));
		assertThat(Draft.of(bare.path("definition"))).isEqualTo(Drafts.complete());
		JsonNode held = body(api(MediaType.APPLICATION_JSON_VALUE,
				"{\"target\":\"sandbox\",\"format\":\"yaml\",\"text\":\"\\nName: my_test\"}"));
		assertThat(held.at("/findings/0/line").intValue()).isEqualTo(2);
		assertThat(held.path("target").stringValue()).isEqualTo("sandbox");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			application/json | {"Name":"a","Name":"b"} | 400 | unreadable-import | 13
			application/json | {"text":"a: 1\\na: 2"} | 400 | unreadable-import | 1
			application/yaml | a: *x | 400 | unreadable-import | 4
			application/yaml | Name: "\\0" | 422 | text.unstorable | 7
			application/json | {"text":"Name: a","target":"moon"} | 422 | target-unknown | 0
			text/plain | Name: a | 415 | unsupported-media-type | 0
			""")
	void aProgramIsToldWhy(String type, String text, int status, String code, int column) {
		MvcTestResult answer = api(type, text);
		assertThat(answer).hasStatus(status);
		assertThat(answer.getResponse().getContentType()).startsWith(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		assertThat(body(answer).path("code").stringValue()).isEqualTo(code);
		assertThat(body(answer).path("column").intValue(0)).isEqualTo(column);
	}

}
