package dev.understudy.exchange.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.understudy.actor.Role;
import dev.understudy.definition.Draft;
import dev.understudy.definition.Drafts;
import dev.understudy.exchange.Format;
import dev.understudy.experiment.Actors;
import dev.understudy.experiment.Experiments;
import dev.understudy.experiment.NewDraft;
import dev.understudy.tracking.AwsAccount;
import dev.understudy.tracking.FoundInAws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

@FoundInAws
class ExchangeWebTests {

	private static final String IMPORT = "/experiments/import";

	private static final String IMPORTS = "/api/v1/imports";

	private static final String ATTACK = "\"><script>alert(1)</script>";

	private final MockMvcTester mvc;

	private final Experiments experiments;

	private final AwsAccount aws;

	@Autowired
	ExchangeWebTests(MockMvcTester mvc, Experiments experiments, AwsAccount aws) {
		this.mvc = mvc;
		this.experiments = experiments;
		this.aws = aws;
	}

	@Test
	void thePageIsReachedFromWhereExperimentsBegin() {
		for (String page : List.of("/experiments", "/experiments/new")) {
			assertThat(page(page)).hasStatusOk().bodyText().contains("href=\"" + IMPORT + "\"");
		}
		assertThat(page(IMPORT)).hasStatusOk().bodyText().contains("Import an experiment").doesNotContain("??");
	}

	@Test
	void helpShowsAnExampleOfEachFormat() {
		assertThat(page("/help")).bodyText().contains("href=\"/help/exports\"");
		assertThat(page("/help/exports")).hasStatusOk()
			.bodyText()
			.contains("aws sagemaker create-inference-experiment", "import boto3",
					"AWS::SageMaker::InferenceExperiment", "awscc_sagemaker_inference_experiment", "UNDERSTUDY_TOKEN",
					"EndpointName: fraud-prod", "&quot;SamplingPercentage&quot;: 40")
			.doesNotContain("??");
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

	@ParameterizedTest
	@EnumSource
	void everyFormatIsShownAndDownloadedAndAnswered(Format format) {
		UUID id = draft(Drafts.change(Drafts.with("/Description", ATTACK), "/Tags/0/Key", "aws:x"));
		String query = "export?format=%s&revision=1".formatted(format.id());
		assertThat(page("/experiments/%s/%s".formatted(id, query))).hasStatusOk()
			.bodyText()
			.contains("alert(1)", "Tags whose keys are reserved are left out: aws:x", "fraud-v7-shadow",
					"aria-current=\"page\"")
			.doesNotContain("<script>alert", "??");
		String file = "/experiments/%s/export/file?format=%s&revision=1".formatted(id, format.id());
		MvcTestResult downloaded = page(file);
		MvcTestResult answered = this.mvc.get()
			.uri("/api/v1/experiments/%s/%s".formatted(id, query))
			.header(HttpHeaders.AUTHORIZATION, "Bearer us_sandbox_viewer")
			.exchange();
		assertThat(answered).hasStatusOk()
			.headers()
			.hasValue(HttpHeaders.CONTENT_TYPE, format.mediaType() + ";charset=UTF-8")
			.hasValue("Understudy-Remarks", "reserved-tags")
			.hasValue("Understudy-Revision", "1");
		assertThat(answered.getResponse().getHeader(HttpHeaders.CONTENT_DISPOSITION))
			.startsWith("attachment; filename=\"fraud-v7-shadow.");
		assertThat(downloaded.getResponse().getContentAsByteArray())
			.isEqualTo(answered.getResponse().getContentAsByteArray());
	}

	@Test
	void whatWasExportedForCurlBeginsADraft() {
		UUID id = draft(Drafts.with("/Description", "it's v7"));
		String command = new String(
				page("/experiments/%s/export/file?format=curl".formatted(id)).getResponse().getContentAsByteArray(),
				StandardCharsets.UTF_8);
		String body = command.substring(command.indexOf("'{") + 1, command.lastIndexOf('\'')).replace("'\\''", "'");
		MvcTestResult answer = this.mvc.post()
			.uri("/api/v1/experiments")
			.header(HttpHeaders.AUTHORIZATION, "Bearer us_sandbox_author")
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
		assertThat(answer).hasStatus(201);
		assertThat(Draft.of(body(answer).path("definition"))).isEqualTo(Drafts.with("/Description", "it's v7"));
	}

	@Test
	void anExportSaysThatItHasErrors() {
		UUID id = draft(Draft.empty());
		assertThat(page("/experiments/%s/export".formatted(id))).hasStatusOk()
			.bodyText()
			.contains("What is exported has errors");
		assertThat(page("/experiments/" + id)).bodyText().contains("/experiments/%s/export/links".formatted(id));
		assertThat(page("/experiments/%s/export/links".formatted(id))).hasStatusOk()
			.bodyText()
			.contains("format=terraform", "Python (boto3)")
			.doesNotContain("<html", "??");
	}

	@Test
	void whatIsNotThereCannotBeExported() {
		UUID id = draft(Draft.empty());
		assertThat(page("/experiments/%s/export?revision=2".formatted(id))).hasStatus(404);
		assertThat(page("/experiments/%s/export?format=xml".formatted(id))).hasStatus(400);
		assertThat(page("/experiments/%s/export".formatted(UUID.randomUUID()))).hasStatus(404);
	}

	private UUID draft(Draft draft) {
		return this.experiments.draft(new NewDraft(null, draft), Actors.author()).experiment().getId();
	}

	/** The definition of the draft that an answer leads to. */
	private Draft definition(MvcTestResult answer) {
		String address = String.valueOf(answer.getResponse().getRedirectedUrl());
		assertThat(address).matches("/experiments/[0-9a-f-]{36}/draft");
		return this.experiments.get(UUID.fromString(address.split("/")[2])).revision().draft();
	}

	private MvcTestResult page(String path) {
		return this.mvc.get().uri(path).with(user("author").authorities(authorities(Role.AUTHOR))).exchange();
	}

	private MvcTestResult post(String path, String... parameters) {
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.post()
			.uri(path)
			.with(csrf())
			.with(user("author").authorities(authorities(Role.AUTHOR)));
		for (int i = 0; i < parameters.length; i += 2) {
			request.param(parameters[i], parameters[i + 1]);
		}
		return request.exchange();
	}

	private MvcTestResult api(String type, String text) {
		return this.mvc.post()
			.uri(IMPORTS)
			.header(HttpHeaders.AUTHORIZATION, "Bearer us_sandbox_author")
			.contentType(MediaType.parseMediaType(type))
			.content(text.getBytes(StandardCharsets.UTF_8))
			.exchange();
	}

	private static List<GrantedAuthority> authorities(Role role) {
		return AuthorityUtils.createAuthorityList(role.permissions().stream().map(Enum::name).toList());
	}

	private static JsonNode body(MvcTestResult answer) {
		return JsonMapper.shared().readTree(answer.getResponse().getContentAsByteArray());
	}

}
