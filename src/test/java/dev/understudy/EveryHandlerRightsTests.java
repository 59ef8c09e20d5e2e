package dev.understudy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

	/** A permission and a handler in each line. */
	private static final Map<Permission, List<String>> PERMISSIONS = read();

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
			request = request
				.contentType(path.endsWith("/prices") ? MediaType.valueOf("text/csv") : MediaType.APPLICATION_JSON)
				.content(body(path))
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
			.param("latest", "1")
			.param("theirs", "1")
			.param("target", "sandbox")
			.param("version", "1");
		return ((role != null)
				? request.with(user(role.id()).authorities(
						AuthorityUtils.createAuthorityList(role.permissions().stream().map(Permission::name).toList())))
				: request)
			.exchange();
	}

	private static String body(String path) {
		return switch (path.replaceFirst("(?<=/templates)/[0-9a-f-]{36}$", "").replaceFirst(".*(?=/)", "")) {
			case "/operations" -> "{\"type\":\"create\"}";
			case "/experiments" -> "{\"target\":\"sandbox\",\"definition\":{}}";
			case "/comments" -> "{\"text\":\"words\"}";
			case "/labels" -> "{\"labels\":[]}";
			case "/templates" -> "{\"name\":\"any\",\"definition\":{}}";
			default -> "{}";
		};
	}

	private static Map<Permission, List<String>> read() {
		try (InputStream lines = EveryHandlerRightsTests.class.getResourceAsStream("/rights.txt")) {
			return new String(Objects.requireNonNull(lines).readAllBytes(), StandardCharsets.UTF_8).lines()
				.map((line) -> line.split(" ", 2))
				.collect(Collectors.groupingBy((line) -> Permission.valueOf(line[0]),
						Collectors.mapping((line) -> line[1], Collectors.toList())));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
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
