package dev.understudy.template.web;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

import dev.understudy.actor.Role;
import dev.understudy.definition.Draft;
import dev.understudy.definition.Drafts;
import dev.understudy.experiment.Actors;
import dev.understudy.template.Locks;
import dev.understudy.template.Template;
import dev.understudy.template.TemplateContent;
import dev.understudy.template.Templates;

import static org.assertj.core.api.Assertions.assertThat;

/** Templates over REST. */
class TemplateApiTests extends TemplateWebSetting {

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

	private MvcTestResult delete(String address, String ifMatch) {
		return conditional(HttpMethod.DELETE, address, Role.ADMIN, "", ifMatch);
	}

}
