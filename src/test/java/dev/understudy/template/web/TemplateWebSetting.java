package dev.understudy.template.web;

import java.net.URI;
import java.util.List;

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
import dev.understudy.template.Locks;
import dev.understudy.template.Template;
import dev.understudy.template.TemplateContent;
import dev.understudy.template.TemplateDrafts;
import dev.understudy.template.Templates;

/** People and programs that keep templates and begin with them. */
abstract class TemplateWebSetting extends RehearsedTests {

	static final String SAMPLING = "/ShadowModeConfig/ShadowModelVariants/0/SamplingPercentage";

	static final String API = "/api/v1/templates";

	@Autowired
	Templates templates;

	@Autowired
	TemplateDrafts drafts;

	Template template() {
		return template(SAMPLING);
	}

	Template template(String... locked) {
		return this.templates.make(
				new TemplateContent(name("Kept"), "What it is for", definition(), new Locks(List.of(locked))),
				Actors.user("admin", Role.ADMIN));
	}

	static Draft definition() {
		return Drafts.minimal().with("/Name", null);
	}

	static String json(String name, Draft definition, String... locked) {
		ObjectNode body = JsonMapper.shared().createObjectNode().put("name", name);
		body.set("definition", definition.document());
		ArrayNode pointers = body.putArray("locked");
		List.of(locked).forEach(pointers::add);
		return body.toString();
	}

	MvcTestResult put(String address, Role role, String body, String ifMatch) {
		return conditional(HttpMethod.PUT, address, role, body, ifMatch);
	}

	MvcTestResult conditional(HttpMethod method, String address, Role role, String body, String ifMatch) {
		var request = this.mvc.method(method)
			.uri(URI.create(address))
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.header(HttpHeaders.AUTHORIZATION, "Bearer us_sandbox_" + role.id());
		return ((ifMatch != null) ? request.header(HttpHeaders.IF_MATCH, ifMatch) : request).exchange();
	}

	static JsonNode body(MvcTestResult answer) {
		return JsonMapper.shared().readTree(answer.getResponse().getContentAsByteArray());
	}

}
