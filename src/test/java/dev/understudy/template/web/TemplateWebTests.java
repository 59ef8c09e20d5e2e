package dev.understudy.template.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import dev.understudy.actor.Role;
import dev.understudy.definition.Draft;
import dev.understudy.definition.Drafts;
import dev.understudy.experiment.Actors;
import dev.understudy.experiment.RehearsedTests;
import dev.understudy.experiment.SqlCount;
import dev.understudy.template.Locks;
import dev.understudy.template.Template;
import dev.understudy.template.TemplateContent;
import dev.understudy.template.TemplateDrafts;
import dev.understudy.template.Templates;

import static org.assertj.core.api.Assertions.assertThat;

/** Templates on their pages and over REST. */
class TemplateWebTests extends RehearsedTests {

	private static final String SAMPLING = "/ShadowModeConfig/ShadowModelVariants/0/SamplingPercentage";

	private static final String API = "/api/v1/templates";

	@Autowired
	Templates templates;

	@Autowired
	TemplateDrafts drafts;

	@Test
	void aProgramKeepsATemplateAndBeginsWithIt() {
		MvcTestResult made = api(HttpMethod.POST, API, Role.ADMIN, json(name("by-program"), definition(), SAMPLING));
		assertThat(made).hasStatus(201).headers().hasValue(HttpHeaders.ETAG, "\"1\"");
		JsonNode template = body(made);
		assertThat(template.propertyNames()).containsExactlyInAnyOrder("id", "name", "definition", "locked", "version",
				"uses", "changedBy", "changedAt", "madeAt");
		String one = API + '/' + template.path("id").stringValue();
		assertThat(made).headers().hasValue(HttpHeaders.LOCATION, one);
		assertThat(body(api(HttpMethod.GET, one, Role.VIEWER, ""))).isEqualTo(template);
		MvcTestResult begun = api(HttpMethod.POST, one + "/drafts", Role.AUTHOR, "{\"name\":\"x-1\"}");
		assertThat(begun).hasStatus(201);
		String experiment = "/api/v1/experiments/" + body(begun).path("id").stringValue();
		assertThat(begun).headers().hasValue(HttpHeaders.LOCATION, experiment);
		assertThat(body(api(HttpMethod.GET, experiment, Role.VIEWER, "")).at("/origin/version").intValue()).isOne();
		Draft other = Drafts.change(Draft.of(body(begun).path("definition")), SAMPLING, 7);
		MvcTestResult revised = put(experiment + "/definition", Role.AUTHOR, other.json(), "\"1\"");
		assertThat(revised).hasStatusOk();
		assertThat(body(revised).path("findings").findValuesAsString("rule")).contains("template.locked");
		assertThat(body(api(HttpMethod.POST, experiment + "/check", Role.AUTHOR, "")).path("findings")
			.findValuesAsString("rule")).contains("template.locked");
		MvcTestResult refused = this.mvc.post()
			.uri(URI.create(experiment + "/operations"))
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"type\":\"create\"}")
			.header("Idempotency-Key", UUID.randomUUID().toString())
			.header(HttpHeaders.AUTHORIZATION, "Bearer us_sandbox_author")
			.exchange();
		assertThat(refused).hasStatus(422);
		assertThat(body(refused).path("code").stringValue()).isEqualTo("definition-refused");
		assertThat(body(refused).at("/errors/0/pointer").stringValue()).isEqualTo(SAMPLING);
	}

	@Test
	void aChangeNamesTheVersionThatWasEdited() {
		Template template = template();
		String one = API + '/' + template.id();
		String changed = json(template.name(), Drafts.change(definition(), SAMPLING, 20), SAMPLING, "/KmsKey");
		assertThat(put(one, Role.ADMIN, changed, null)).hasStatus(428);
		assertThat(put(one, Role.ADMIN, changed, "\"7\"")).hasStatus(412);
		MvcTestResult saved = put(one, Role.ADMIN, changed, "\"1\"");
		assertThat(saved).hasStatusOk().headers().hasValue(HttpHeaders.ETAG, "\"2\"");
		MvcTestResult stale = put(one, Role.ADMIN, changed, "\"1\"");
		assertThat(stale).hasStatus(412);
		assertThat(body(stale).path("code").stringValue()).isEqualTo("stale-template");
		assertThat(body(stale).at("/current/version").intValue()).isEqualTo(2);
		assertThat(delete(one, "\"1\"")).hasStatus(412);
		assertThat(delete(one, null)).hasStatus(428);
		assertThat(delete(one, "\"2\"")).hasStatus(204);
		assertThat(api(HttpMethod.GET, one, Role.ADMIN, "")).hasStatus(404);
	}

	@Test
	void whatCannotBeKeptComesBackWithItsReasons() {
		Template template = template();
		assertThat(api(HttpMethod.POST, API, Role.ADMIN, json(template.name(), definition()))).hasStatus(409);
		JsonNode nameless = body(api(HttpMethod.POST, API, Role.ADMIN, json(" ", definition())));
		assertThat(nameless.path("code").stringValue()).isEqualTo("template-name");
		JsonNode wrong = body(api(HttpMethod.POST, API, Role.ADMIN,
				json(name("wrong"), Drafts.change(definition(), SAMPLING, 700), "/Foo")));
		assertThat(wrong.path("code").stringValue()).isEqualTo("definition-refused");
		assertThat(wrong.path("errors").findValuesAsString("rule")).containsExactly("sampling-percentage.range",
				"template.lock");
		assertThat(api(HttpMethod.POST, API, Role.ADMIN, "{\"name\":\"x\",\"definition\":{},\"lock\":[]}"))
			.hasStatus(400);
		assertThat(api(HttpMethod.POST, API, Role.ADMIN, "{\"name\":\"x\",\"definition\":[]}")).hasStatus(400);
	}

	@Test
	void aListGoesOnWhereThePageBeforeEnded() {
		List<String> names = List.of(name("aa-list"), name("aa-list"), name("aa-list"));
		names.forEach((name) -> this.templates.make(new TemplateContent(name, "", Draft.empty(), Locks.NONE),
				Actors.user("admin", Role.ADMIN)));
		JsonNode first = body(api(HttpMethod.GET, API + "?pageSize=2", Role.VIEWER, ""));
		JsonNode second = body(api(HttpMethod.GET,
				API + "?pageSize=1&pageToken=" + first.path("nextPageToken").stringValue(), Role.VIEWER, ""));
		assertThat(first.findValuesAsString("name")).containsExactlyElementsOf(names.subList(0, 2));
		assertThat(second.findValuesAsString("name")).containsExactly(names.getLast());
		assertThat(api(HttpMethod.GET, API + "?pageToken=nonsense", Role.VIEWER, "")).hasStatus(400);
	}

	@ParameterizedTest
	@EnumSource
	void adminsKeepThemAuthorsUseThemAndEverybodySeesThem(Role role) {
		Template template = template();
		String page = "/templates/" + template.id();
		assertThat(get(page, role)).hasStatusOk().bodyText().contains(template.name(), SAMPLING).doesNotContain("??");
		assertThat(get("/templates", role)).hasStatusOk();
		assertThat(get(page + "/edit", role)).hasStatus((role == Role.ADMIN) ? 200 : 403);
		assertThat(api(HttpMethod.POST, API, role, json(name("rights"), definition())))
			.hasStatus((role == Role.ADMIN) ? 201 : 403);
		boolean writes = role == Role.ADMIN || role == Role.AUTHOR;
		assertThat(post(page + "/drafts", role)).hasStatus(writes ? 302 : 403);
	}

	@Test
	void whatIsTypedIsCheckedAndKeptWithItsLocks() {
		UUID origin = draft(name("origin"));
		assertThat(get("/templates/new?experiment=" + origin, Role.ADMIN)).hasStatusOk()
			.bodyText()
			.contains("&quot;EndpointName&quot;", "value=\"" + SAMPLING + "\"", "Sampling percentage")
			.doesNotContain("&quot;Name&quot;", "??");
		String name = name("typed");
		assertThat(post("/templates/check", Role.ADMIN).param("name", name)
			.param("definition", "{\"RoleArn\": 7}")
			.param("locked", SAMPLING)).hasStatus(422)
			.bodyText()
			.contains("/RoleArn: The execution role must be text", "cannot be locked", name);
		assertThat(post("/templates", Role.ADMIN).param("name", name).param("definition", "{ \"RoleArn\":"))
			.hasStatus(422)
			.bodyText()
			.contains("This cannot be read as a definition", "{ &quot;RoleArn&quot;:");
		assertThat(this.templates.list(false, 200, null).items()).extracting(Template::name).doesNotContain(name);
		MvcTestResult made = post("/templates", Role.ADMIN).param("name", name)
			.param("definition", definition().pretty())
			.param("locked", SAMPLING)
			.param("locked", "/Schedule")
			.exchange();
		Template kept = this.templates.list(false, 200, null)
			.items()
			.stream()
			.filter((it) -> it.name().equals(name))
			.findFirst()
			.orElseThrow();
		assertThat(made).hasRedirectedUrl("/templates/" + kept.id());
		assertThat(kept.content().locks().pointers()).containsExactly("/Schedule", SAMPLING);
		assertThat(get("/templates/" + kept.id())).bodyText().contains("Has to stay empty", "Locked");
		assertThat(post("/templates", Role.ADMIN).param("name", name)).hasStatus(422)
			.bodyText()
			.contains("Another template has this name");
	}

	@Test
	void whoeverEditsAnOldVersionLosesNothing() {
		Template template = template();
		String page = "/templates/" + template.id();
		String definition = definition().pretty();
		assertThat(post(page, Role.ADMIN).param("name", template.name())
			.param("definition", definition)
			.param("description", "Theirs")
			.param("version", "1")).hasStatus(302);
		assertThat(post(page, Role.ADMIN).param("name", template.name())
			.param("definition", definition)
			.param("description", "Mine")
			.param("locked", SAMPLING)
			.param("version", "1")).hasStatus(409)
			.bodyText()
			.contains("admin saved version 2 while you were editing", "Theirs", ">Mine</textarea>",
					"name=\"version\" value=\"2\"");
		assertThat(this.templates.get(template.id()).content().description()).isEqualTo("Theirs");
		assertThat(post(page + "/retirement", Role.ADMIN).param("version", "1")).hasRedirectedUrl(page);
		assertThat(this.templates.get(template.id()).isInUse()).isTrue();
	}

	@Test
	void theFormMarksWhatIsSetAndLetsPutRightWhatDiffers() {
		Template template = template();
		UUID id = this.drafts.begin(template.id(), name("marked"), null, Actors.author()).experiment().getId();
		assertThat(field(get("/experiments/" + id + "/draft"), "sampling")).contains("readonly=\"readonly\"");
		assertThat(get("/experiments/" + id + "/draft")).bodyText()
			.contains("Set by template " + template.name(), "id=\"sampling-locked\"")
			.doesNotContain("id=\"description-locked\"", "??");
		Draft other = Drafts.change(this.experiments.get(id).revision().draft(), SAMPLING, 7);
		this.experiments.revise(id, 1, other, Actors.author());
		assertThat(field(get("/experiments/" + id + "/draft"), "sampling")).doesNotContain("readonly");
		assertThat(get("/experiments/" + id + "/review")).bodyText()
			.contains("asks for 100 here", "/experiments/%s/template/values".formatted(id), "Take over the template");
		assertThat(post("/experiments/" + id + "/review").param("revision", "2")).hasStatus(422);
		assertThat(post("/experiments/" + id + "/template/values").param("revision", "1"))
			.hasRedirectedUrl("/experiments/%s/review".formatted(id));
		assertThat(this.experiments.get(id).revision().number()).isEqualTo(2);
		assertThat(post("/experiments/" + id + "/template/values").param("revision", "2")).hasStatus(302);
		assertThat(this.experiments.get(id).revision().draft().samplingPercentage()).hasValue(100);
		assertThat(get("/experiments/" + id + "/review")).bodyText().doesNotContain("/template/values");
		assertThat(get("/experiments/" + id)).bodyText().contains("href=\"/templates/" + template.id() + "\"");
	}

	@Test
	void whatIsSetIsNotToBeChosen() {
		Template template = template("/RoleArn", "/Schedule/StartTime");
		UUID id = this.drafts.begin(template.id(), name("chosen"), null, Actors.author()).experiment().getId();
		String page = "/experiments/" + id + "/draft";
		assertThat(field(get(page), "role")).contains("readonly", "value=\"arn:");
		assertThat(get(page)).bodyText()
			.contains("type=\"hidden\" name=\"startMode\" value=\"now\"")
			.doesNotContain("type=\"radio\" name=\"startMode\"", "??");
		assertThat(post(page).param("revision", "1").param("startMode", "later").param("start", "2027-01-01T08:00"))
			.hasStatus(302);
		assertThat(get(page)).bodyText().contains("type=\"radio\" name=\"startMode\"");
		assertThat(field(get(page), "role")).contains("readonly");
	}

	@Test
	void pagesAskTheDatabaseFewQuestions() {
		Template template = template();
		UUID bound = this.drafts.begin(template.id(), name("counted"), null, Actors.author()).experiment().getId();
		assertThat(SqlCount.of(() -> get("/templates"))).isOne();
		assertThat(SqlCount.of(() -> get("/templates/" + template.id()))).isOne();
		for (String page : List.of("", "/draft", "/review")) {
			assertThat(SqlCount.of(() -> get("/experiments/" + bound + page))).as(page).isBetween(3, 5);
		}
	}

	@Test
	void whatIsNotThereIsNotFound() {
		for (String page : List.of("/templates/" + UUID.randomUUID(), "/templates/nothing",
				"/templates/new?experiment=" + UUID.randomUUID())) {
			assertThat(get(page, Role.ADMIN)).as(page).hasStatus(404);
		}
		assertThat(api(HttpMethod.POST, API + '/' + UUID.randomUUID() + "/drafts", Role.AUTHOR, "{}")).hasStatus(404);
		String drafts = API + '/' + template().id() + "/drafts";
		assertThat(api(HttpMethod.POST, drafts, Role.AUTHOR, "{\"target\":\"nowhere\"}")).hasStatus(422);
		assertThat(api(HttpMethod.POST, drafts, Role.AUTHOR, "{\"name\":\"a\\u0000b\"}")).hasStatus(422);
		assertThat(post("/templates/" + template().id() + "/drafts").param("name", "a\0b")).hasStatus(302);
	}

	private Template template() {
		return template(SAMPLING);
	}

	private Template template(String... locked) {
		return this.templates.make(
				new TemplateContent(name("Kept"), "What it is for", definition(), new Locks(List.of(locked))),
				Actors.user("admin", Role.ADMIN));
	}

	private static Draft definition() {
		return Drafts.minimal().with("/Name", null);
	}

	private static String json(String name, Draft definition, String... locked) {
		ObjectNode body = JsonMapper.shared().createObjectNode().put("name", name);
		body.set("definition", definition.document());
		ArrayNode pointers = body.putArray("locked");
		List.of(locked).forEach(pointers::add);
		return body.toString();
	}

	private MvcTestResult put(String address, Role role, String body, String ifMatch) {
		return conditional(HttpMethod.PUT, address, role, body, ifMatch);
	}

	private MvcTestResult delete(String address, String ifMatch) {
		return conditional(HttpMethod.DELETE, address, Role.ADMIN, "", ifMatch);
	}

	private MvcTestResult conditional(HttpMethod method, String address, Role role, String body, String ifMatch) {
		var request = this.mvc.method(method)
			.uri(URI.create(address))
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.header(HttpHeaders.AUTHORIZATION, "Bearer us_sandbox_" + role.id());
		return ((ifMatch != null) ? request.header(HttpHeaders.IF_MATCH, ifMatch) : request).exchange();
	}

	private static String field(MvcTestResult page, String id) {
		String html = new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
		int begin = html.indexOf("id=\"%s\"".formatted(id));
		assertThat(begin).isPositive();
		return html.substring(begin, html.indexOf('>', begin));
	}

	private static JsonNode body(MvcTestResult answer) {
		return JsonMapper.shared().readTree(answer.getResponse().getContentAsByteArray());
	}

}
