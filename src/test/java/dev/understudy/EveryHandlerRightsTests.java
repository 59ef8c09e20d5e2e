package dev.understudy;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import dev.understudy.actor.Permission;
import dev.understudy.actor.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** Every handler there is stands in this table with the permission it takes. */
@SpringBootTest(properties = "understudy.sandbox.samples=false")
@AutoConfigureMockMvc
@Import(TestDatabase.class)
class EveryHandlerRightsTests {

	private static final Set<String> PUBLIC = Set.of("GET /sign-in", "GET /api/v1/openapi.json");

	/** Reached by forwards of the server only. */
	private static final Set<String> INTERNAL = Set.of("POST /sign-in/refused", "ANY /error");

	private static final Map<Permission, List<String>> PERMISSIONS = Map.of(Permission.READ,
			List.of("GET /experiments/new/rows", "GET /experiments/check", "GET /experiments/{id}/draft/rows",
					"GET /experiments/{id}/draft/check", "GET /api/v1/openapi.json.yaml", "GET /", "GET /help",
					"GET /help/api", "GET /sign-in/continue", "POST /sign-in/continue/discard", "GET /experiments",
					"GET /experiments/{id}", "GET /experiments/{id}/standing", "GET /experiments/{id}/status",
					"GET /experiments/{id}/review", "GET /experiments/{id}/history",
					"GET /experiments/{experimentId}/operations", "GET /experiments/{experimentId}/operations/{id}",
					"GET /api/v1/experiments", "GET /api/v1/experiments/{id}",
					"GET /api/v1/experiments/{id}/definition", "GET /api/v1/experiments/{id}/revisions",
					"GET /api/v1/experiments/{id}/revisions/{number}", "GET /api/v1/experiments/{id}/audit",
					"GET /api/v1/operations/{id}", "GET /experiments/found", "GET /experiments/found/link",
					"GET /experiments/found/notice", "GET /api/v1/found", "GET /experiments/{id}/promotion",
					"GET /search", "GET /search/results", "GET /search/palette", "GET /api/v1/search",
					"GET /experiments/{id}/labels", "GET /experiments/{experimentId}/comments",
					"GET /experiments/{experimentId}/comments/panel", "GET /api/v1/experiments/{experimentId}/comments",
					"GET /experiments/filters", "GET /experiments/filters/links", "POST /experiments/filters",
					"POST /experiments/filters/{id}/name", "POST /experiments/filters/{id}/deletion"),
			Permission.COMMENT,
			List.of("POST /experiments/{experimentId}/comments",
					"POST /experiments/{experimentId}/comments/{commentId}/removal",
					"POST /api/v1/experiments/{experimentId}/comments",
					"DELETE /api/v1/experiments/{experimentId}/comments/{commentId}"),
			Permission.CHANGE_PRODUCTION, List.of("GET /experiments/{id}/delete", "POST /experiments/{id}/delete"),
			Permission.WRITE,
			List.of("GET /experiments/new", "POST /experiments/new", "POST /experiments/new/rows",
					"POST /experiments/check", "GET /experiments/{id}/draft", "POST /experiments/{id}/draft",
					"POST /experiments/{id}/draft/rows", "POST /experiments/{id}/draft/check",
					"POST /experiments/{id}/review", "POST /experiments/{id}/discard", "GET /experiments/{id}/start",
					"POST /experiments/{id}/start", "GET /experiments/{id}/stop", "POST /experiments/{id}/stop",
					"GET /experiments/{id}/stop/plan", "POST /experiments/{id}/stop/plan",
					"GET /experiments/{id}/update", "POST /experiments/{id}/update",
					"GET /experiments/{id}/update/form", "POST /experiments/{id}/update/form",
					"GET /experiments/{id}/update/review", "POST /experiments/{id}/update/review",
					"GET /experiments/{id}/tags", "POST /experiments/{id}/tags", "GET /experiments/{id}/tags/rows",
					"POST /experiments/{id}/tags/rows", "POST /experiments/{id}/drift/accept",
					"POST /api/v1/experiments/{id}/drift/accept",
					"POST /experiments/{experimentId}/operations/{id}/cancel",
					"POST /experiments/{experimentId}/operations/{id}/adopt",
					"POST /experiments/{experimentId}/operations/{id}/refuse", "POST /api/v1/experiments",
					"DELETE /api/v1/experiments/{id}", "PUT /api/v1/experiments/{id}/definition",
					"POST /api/v1/experiments/{id}/operations", "POST /api/v1/experiments/{id}/check",
					"POST /api/v1/check", "POST /api/v1/operations/{id}/cancel", "POST /experiments/found/{id}/adopt",
					"POST /experiments/found/sweep", "POST /api/v1/found/{id}/adopt", "POST /api/v1/found/sweep",
					"POST /experiments/{id}/labels", "POST /experiments/{id}/labels/removal",
					"PUT /api/v1/experiments/{id}/labels", "GET /experiments/bulk", "POST /experiments/bulk",
					"GET /experiments/bulk/{id}", "POST /experiments/bulk/{id}"),
			Permission.READ_AUDIT, List.of("GET /audit", "GET /audit/{id}", "GET /api/v1/audit"), Permission.OWN_TOKENS,
			List.of("GET /settings/tokens", "POST /settings/tokens", "POST /settings/tokens/{id}/revocation"),
			Permission.ADMINISTER,
			List.of("GET /settings/users", "POST /settings/users", "GET /settings/users/{name}",
					"POST /settings/users/{name}/role", "POST /settings/users/{name}/enabled",
					"POST /settings/users/{name}/password", "GET /settings/installation",
					"POST /settings/installation/moved", "POST /settings/installation/copied"));

	private final MockMvcTester mvc;

	private final RequestMappingHandlerMapping mapping;

	@Autowired
	EveryHandlerRightsTests(MockMvcTester mvc,
			@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
		this.mvc = mvc;
		this.mapping = mapping;
	}

	@Test
	void noHandlerIsMissingAndNoneIsMadeUp() {
		Set<String> expected = Stream
			.of(PUBLIC.stream(), INTERNAL.stream(), PERMISSIONS.values().stream().flatMap(Collection::stream))
			.flatMap((names) -> names)
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(new TreeSet<>(handlers())).containsExactlyElementsOf(expected);
	}

	static Stream<Arguments> everyHandlerAndRole() {
		Map<String, Permission> needs = new TreeMap<>();
		PERMISSIONS.forEach((permission, handlers) -> handlers.forEach((handler) -> needs.put(handler, permission)));
		return needs.entrySet()
			.stream()
			.flatMap((need) -> Arrays.stream(Role.values())
				.map((role) -> Arguments.of(need.getKey(), need.getValue(), role)));
	}

	@ParameterizedTest(name = "{0} takes {1}: {2}")
	@MethodSource("everyHandlerAndRole")
	void aRoleReachesWhatItsPermissionsInclude(String handler, Permission permission, Role role) {
		MvcTestResult answer = request(handler, role);
		int status = answer.getResponse().getStatus();
		if (role.permissions().contains(permission)) {
			assertThat(status).isNotIn(401, 403).isLessThan(500);
			assertThat(answer.getResponse().getRedirectedUrl()).isNotEqualTo("/sign-in");
			return;
		}
		assertThat(status).isEqualTo(403);
		if (handler.contains(" /api/")) {
			assertThat(answer).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
				.bodyJson()
				.extractingPath("$.code")
				.isEqualTo("forbidden");
		}
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("everyHandler")
	void withoutSignInNothingButTheDoorIsReached(String handler) {
		MvcTestResult answer = request(handler, null);
		if (PUBLIC.contains(handler)) {
			assertThat(answer).hasStatusOk();
		}
		else if (handler.contains(" /api/")) {
			assertThat(answer).hasStatus(401);
		}
		else {
			assertThat(answer).hasRedirectedUrl("/sign-in");
		}
	}

	static Stream<String> everyHandler() {
		return Stream.concat(PUBLIC.stream(), PERMISSIONS.values().stream().flatMap(Collection::stream)).sorted();
	}

	private MvcTestResult request(String handler, @org.jspecify.annotations.Nullable Role role) {
		String[] parts = handler.split(" ", 2);
		boolean api = parts[1].startsWith("/api/");
		String path = parts[1].replace("{number}", "1").replaceAll("\\{\\w*[iI]d}", UUID.randomUUID().toString());
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.method(HttpMethod.valueOf(parts[0]))
			.uri(path.replace("{name}", "nobody"));
		if (api) {
			request = request.contentType(MediaType.APPLICATION_JSON)
				.content(path.endsWith("/operations") ? "{\"type\":\"create\"}"
						: path.endsWith("/experiments") ? "{\"target\":\"sandbox\",\"definition\":{}}"
								: path.endsWith("/comments") ? "{\"text\":\"x\"}"
										: path.endsWith("/labels") ? "{\"labels\":[]}" : "{}")
				.header(HttpHeaders.IF_MATCH, "\"1\"")
				.header("Idempotency-Key", UUID.randomUUID().toString());
			return ((role != null) ? request.header(HttpHeaders.AUTHORIZATION, "Bearer us_sandbox_" + role.id())
					: request)
				.exchange();
		}
		request = request.with(csrf())
			.param("role", "viewer")
			.param("enabled", "true")
			.param("revision", "1")
			.param("version", "1");
		return ((role != null)
				? request.with(user(role.id()).authorities(
						AuthorityUtils.createAuthorityList(role.permissions().stream().map(Permission::name).toList())))
				: request)
			.exchange();
	}

	private List<String> handlers() {
		return this.mapping.getHandlerMethods().keySet().stream().flatMap(EveryHandlerRightsTests::names).toList();
	}

	private static Stream<String> names(RequestMappingInfo info) {
		Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
		List<String> verbs = methods.isEmpty() ? List.of("ANY") : methods.stream().map(Enum::name).toList();
		return info.getPatternValues().stream().flatMap((path) -> verbs.stream().map((verb) -> verb + " " + path));
	}

}
