package dev.understudy.experiment;

import java.net.URI;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.understudy.actor.Role;
import dev.understudy.definition.Draft;
import dev.understudy.definition.Drafts;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** What tests on {@link Rehearsed the shared application} do again and again. */
@Rehearsed
public abstract class RehearsedTests {

	private static final AtomicInteger NAMES = new AtomicInteger();

	@Autowired
	protected MockMvcTester mvc;

	@Autowired
	protected Experiments experiments;

	@Autowired
	protected CarriedOperations delivery;

	@Autowired
	protected JdbcClient jdbc;

	@Autowired
	protected Sightings sightings;

	protected final String name(String part) {
		return part + "-" + NAMES.incrementAndGet();
	}

	protected final UUID draft(String name) {
		Draft draft = Drafts.change(Drafts.minimal(), "/Name", name);
		return this.experiments.draft(new NewDraft(null, draft), Actors.author()).experiment().getId();
	}

	protected final UUID live(String name, String status) {
		UUID id = draft(name);
		this.experiments.submit(id, 1, Actors.author());
		this.delivery.confirm(this.experiments.get(id).experiment(), Described.ARN);
		this.sightings.sighted(id, Described.as(status, 0, Described.usual()));
		return id;
	}

	protected final int operations() {
		return this.delivery.taken().size();
	}

	protected final MvcTestResult get(String address) {
		return get(address, Role.AUTHOR);
	}

	protected final MvcTestResult get(String address, Role role) {
		return as(this.mvc.get().uri(URI.create(address)), role).exchange();
	}

	protected final MockMvcTester.MockMvcRequestBuilder post(String address) {
		return post(address, Role.AUTHOR);
	}

	protected final MockMvcTester.MockMvcRequestBuilder post(String address, Role role) {
		return as(this.mvc.post().uri(URI.create(address)), role).with(csrf());
	}

	protected final MvcTestResult api(HttpMethod method, String address, Role role, String body) {
		return this.mvc.method(method)
			.uri(URI.create(address))
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.header(HttpHeaders.AUTHORIZATION, "Bearer us_sandbox_" + role.id())
			.exchange();
	}

	private static MockMvcTester.MockMvcRequestBuilder as(MockMvcTester.MockMvcRequestBuilder request, Role role) {
		return request.with(user(role.id())
			.authorities(AuthorityUtils.createAuthorityList(role.permissions().stream().map(Enum::name).toList())));
	}

}
