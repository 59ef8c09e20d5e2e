package dev.understudy.exchange.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

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
import dev.understudy.experiment.Actors;
import dev.understudy.experiment.Experiments;
import dev.understudy.experiment.NewDraft;
import dev.understudy.tracking.AwsAccount;
import dev.understudy.tracking.FoundInAws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** People and programs that bring definitions in and take them out. */
@FoundInAws
abstract class ExchangeSetting {

	static final String IMPORTS = "/api/v1/imports";

	static final String ATTACK = "\"><script>alert(1)</script>";

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Experiments experiments;

	@Autowired
	AwsAccount aws;

	UUID draft(Draft draft) {
		return this.experiments.draft(new NewDraft(null, draft), Actors.author()).experiment().getId();
	}

	/** The definition of the draft that an answer leads to. */
	Draft definition(MvcTestResult answer) {
		String address = String.valueOf(answer.getResponse().getRedirectedUrl());
		assertThat(address).matches("/experiments/[0-9a-f-]{36}/draft");
		return this.experiments.get(UUID.fromString(address.split("/")[2])).revision().draft();
	}

	MvcTestResult page(String path) {
		return this.mvc.get().uri(path).with(user("author").authorities(authorities(Role.AUTHOR))).exchange();
	}

	MvcTestResult post(String path, String... parameters) {
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.post()
			.uri(path)
			.with(csrf())
			.with(user("author").authorities(authorities(Role.AUTHOR)));
		for (int i = 0; i < parameters.length; i += 2) {
			request.param(parameters[i], parameters[i + 1]);
		}
		return request.exchange();
	}

	MvcTestResult api(String type, String text) {
		return this.mvc.post()
			.uri(IMPORTS)
			.header(HttpHeaders.AUTHORIZATION, "Bearer us_sandbox_author")
			.contentType(MediaType.parseMediaType(type))
			.content(text.getBytes(StandardCharsets.UTF_8))
			.exchange();
	}

	static List<GrantedAuthority> authorities(Role role) {
		return AuthorityUtils.createAuthorityList(role.permissions().stream().map(Enum::name).toList());
	}

	static JsonNode body(MvcTestResult answer) {
		return JsonMapper.shared().readTree(answer.getResponse().getContentAsByteArray());
	}

}
