package dev.understudy.template.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.understudy.actor.Role;
import dev.understudy.definition.Draft;
import dev.understudy.definition.Drafts;
import dev.understudy.experiment.Actors;
import dev.understudy.experiment.SqlCount;
import dev.understudy.template.Template;
import dev.understudy.template.Templates;

import static org.assertj.core.api.Assertions.assertThat;

/** Templates on their pages. */
class TemplatePagesTests extends TemplateWebSetting {

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

	private static String field(MvcTestResult page, String id) {
		String html = new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
		int begin = html.indexOf("id=\"%s\"".formatted(id));
		assertThat(begin).isPositive();
		return html.substring(begin, html.indexOf('>', begin));
	}

}
