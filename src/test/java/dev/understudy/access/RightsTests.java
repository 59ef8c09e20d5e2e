package dev.understudy.access;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.understudy.TestDatabase;
import dev.understudy.actor.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@SpringBootTest
@AutoConfigureMockMvc
@Import({ TestDatabase.class, Accounts.class })
class RightsTests {

	private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);

	private static final Set<Role> ADMIN = EnumSet.of(Role.ADMIN);

	private static final Set<Role> AUDIT = EnumSet.of(Role.ADMIN, Role.AUDITOR);

	private final MockMvcTester mvc;

	private final Accounts accounts;

	@Autowired
	RightsTests(MockMvcTester mvc, Accounts accounts) {
		this.mvc = mvc;
		this.accounts = accounts;
	}

	static Stream<Arguments> pages() {
		return table(row("GET /settings/tokens", EVERYBODY), row("POST /settings/tokens", EVERYBODY),
				row("POST /settings/tokens/" + UUID.randomUUID() + "/revocation", EVERYBODY),
				row("GET /settings/users", ADMIN), row("POST /settings/users", ADMIN),
				row("GET /settings/users/test-viewer", ADMIN), row("POST /settings/users/nobody/role", ADMIN),
				row("POST /settings/users/nobody/enabled", ADMIN), row("POST /settings/users/nobody/password", ADMIN),
				row("GET /audit", AUDIT), row("GET /audit/" + UUID.randomUUID(), AUDIT),
				row("GET /experiments/" + UUID.randomUUID() + "/history", EVERYBODY),
				row("GET /sign-in/continue", EVERYBODY), row("POST /sign-in/continue/discard", EVERYBODY));
	}

	@ParameterizedTest
	@MethodSource("pages")
	void pagesAreForThoseWhoseRoleIncludesThem(HttpMethod method, String path, Role role, boolean allowed) {
		MvcTestResult answer = this.mvc.method(method)
			.uri(path)
			.with(this.accounts.session(role))
			.with(csrf())
			.param("role", "viewer")
			.param("enabled", "true")
			.exchange();
		assertThat(answer.getResponse().getStatus() != 403).as("%d", answer.getResponse().getStatus())
			.isEqualTo(allowed);
		assertThat(answer.getResponse().getStatus()).isLessThan(500);
	}

	static Stream<Arguments> api() {
		return table(row("GET /api/v1/audit", AUDIT));
	}

	@ParameterizedTest
	@MethodSource("api")
	void programsMayWhatTheirTokensRoleIncludes(HttpMethod method, String path, Role role, boolean allowed) {
		MvcTestResult answer = this.mvc.method(method).uri(path).with(this.accounts.bearer(role)).exchange();
		assertThat(answer).hasStatus(allowed ? 200 : 403);
		if (!allowed) {
			assertThat(answer).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
				.bodyJson()
				.extractingPath("$.code")
				.isEqualTo("forbidden");
			assertThat(answer.getResponse().getHeader("WWW-Authenticate")).contains("insufficient_scope");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/settings/tokens", "/settings/users", "/audit", "/nothing-here", "/actuator",
			"/actuator/env", "/sign-in/continue" })
	void withoutSignInEveryPageLeadsToIt(String path) {
		assertThat(this.mvc.get().uri(path)).hasRedirectedUrl("/sign-in");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/sign-in", "/css/understudy.css", "/js/understudy.js", "/img/understudy.svg",
			"/webjars/htmx.org/dist/htmx.min.js", "/webjars/tabler__core/dist/css/tabler.min.css", "/actuator/health" })
	void whatIsNeededToSignInIsPublic(String path) {
		assertThat(this.mvc.get().uri(path)).hasStatusOk();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api", "/api/v1/audit", "/api/v1/nothing", "/api/v2" })
	void withoutATokenTheApiAsksForOne(String path) {
		MvcTestResult answer = this.mvc.get().uri(path).accept(MediaType.TEXT_HTML).exchange();
		assertThat(answer).hasStatus(401).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(answer.getResponse().getHeader("WWW-Authenticate")).isEqualTo("Bearer realm=\"understudy\"");
		assertThat(answer.getResponse().getCookies()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(Role.class)
	void anExperimentThereIsNotHasNoHistory(Role role) {
		UUID nowhere = UUID.randomUUID();
		assertThat(this.mvc.get().uri("/api/v1/experiments/{id}/audit", nowhere).with(this.accounts.bearer(role)))
			.hasStatus(404)
			.bodyJson()
			.extractingPath("$.code")
			.isEqualTo("not-found");
		assertThat(this.mvc.get().uri("/experiments/{id}/history", nowhere).with(this.accounts.session(role)))
			.hasStatus(404);
	}

	@Test
	void aSessionDoesNotOpenTheApi() {
		MvcTestResult signedIn = this.mvc.post()
			.uri("/sign-in")
			.with(csrf())
			.param("name", this.accounts.user(Role.ADMIN).name())
			.param("password", Accounts.PASSWORD)
			.exchange();
		Cookie[] cookies = signedIn.getResponse().getCookies();
		MockHttpSession session = (MockHttpSession) signedIn.getRequest().getSession();
		assertThat(session).isNotNull();
		assertThat(cookies).extracting(Cookie::getName).contains("understudy-remember");
		assertThat(this.mvc.get().uri("/audit").session(session)).hasStatusOk();
		assertThat(this.mvc.get().uri("/api/v1/audit").session(session).cookie(cookies)).hasStatus(401);
		assertThat(this.mvc.get().uri("/api/v1/audit").cookie(cookies)).hasStatus(401);
	}

	@Test
	void aTokenDoesNotOpenPages() {
		assertThat(this.mvc.get().uri("/audit").with(this.accounts.bearer(Role.ADMIN))).hasRedirectedUrl("/sign-in");
	}

	@Test
	void aPostWithoutCsrfTokenIsRefused() {
		assertThat(this.mvc.post().uri("/settings/tokens").with(this.accounts.session(Role.AUTHOR))).hasStatus(403);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/sign-in", "/settings/tokens", "/api/v1/audit", "/css/understudy.css" })
	void everyAnswerCarriesTheHeaders(String path) {
		assertThat(this.mvc.get().uri(path).with(this.accounts.session(Role.ADMIN))).headers()
			.hasValue("Content-Security-Policy",
					"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
							+ "connect-src 'self'; font-src 'self'; form-action 'self'; frame-ancestors 'none'; "
							+ "base-uri 'none'")
			.hasValue("X-Content-Type-Options", "nosniff")
			.hasValue("Referrer-Policy", "same-origin")
			.containsHeader("X-Request-Id");
	}

	private static Stream<Arguments> table(Row... rows) {
		return Stream.of(rows)
			.flatMap((row) -> EVERYBODY.stream()
				.map((role) -> Arguments.of(row.method(), row.path(), role, row.allowed().contains(role))));
	}

	private static Row row(String endpoint, Set<Role> allowed) {
		String[] parts = endpoint.split(" ", 2);
		return new Row(HttpMethod.valueOf(parts[0].toUpperCase(Locale.ROOT)), parts[1], allowed);
	}

	record Row(HttpMethod method, String path, Set<Role> allowed) {
	}

}
