package dev.understudy.access;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

import dev.understudy.TestDatabase;
import dev.understudy.actor.Role;
import dev.understudy.audit.AuditQuery;
import dev.understudy.audit.AuditTrail;

import static org.assertj.core.api.Assertions.assertThat;

/** What only a real server does: session ids, forwards, limits, the error page. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({ TestDatabase.class, Accounts.class })
class SignInServerTests {

	private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

	private final Accounts accounts;

	private final AuditTrail trail;

	private final String server;

	private final CookieManager cookies = new CookieManager();

	private final HttpClient client = HttpClient.newBuilder().cookieHandler(this.cookies).build();

	@Autowired
	SignInServerTests(Accounts accounts, AuditTrail trail, @LocalServerPort int port) {
		this.accounts = accounts;
		this.trail = trail;
		this.server = "http://localhost:" + port;
	}

	@Test
	void signingInChangesTheSessionId() throws Exception {
		User user = newUser();
		assertThat(get("/settings/tokens").headers().firstValue("Location")).hasValue(this.server + "/sign-in");
		String before = cookie("understudy-session");
		HttpResponse<String> signedIn = signIn(user.name(), Accounts.PASSWORD);
		assertThat(signedIn.statusCode()).isEqualTo(302);
		assertThat(cookie("understudy-session")).isNotEqualTo(before);
		assertThat(get("/settings/tokens").body()).contains(user.name());
	}

	@Test
	void aRefusedSignInIsAPageWithItsOwnStatus() throws Exception {
		HttpResponse<String> refused = signIn(newUser().name(), "wrong");
		assertThat(refused.statusCode()).isEqualTo(401);
		assertThat(refused.body()).contains("The user name or the password is wrong.");
	}

	@Test
	void whoeverWasSignedInGoesOnWithoutASession() throws Exception {
		User user = newUser();
		signIn(user.name(), Accounts.PASSWORD);
		String csrf = csrfOf(get("/settings/tokens").body());
		forgetSession();
		// The page was served before the restart: its form still arrives.
		HttpResponse<String> made = post("/settings/tokens", csrf, "name", "ci", "role", "author", "days", "7");
		assertThat(made.statusCode()).isEqualTo(200);
		assertThat(made.body()).contains("Token ci was made.");
	}

	@Test
	void whatAClientClaimsToBeForwardedForIsNotBelieved() throws Exception {
		User user = newUser();
		String csrf = csrfOf(get("/sign-in").body());
		// The proxy appends the address it saw to whatever the client had sent.
		assertThat(post("/sign-in", csrf, Map.of("X-Forwarded-For", "203.0.113.66, 198.51.100.7"), "name", user.name(),
				"password", Accounts.PASSWORD)
			.statusCode()).isEqualTo(302);
		assertThat(this.trail
			.search(new AuditQuery(user.name(), "session.signed-in", null, null, null, null, null), 10, null)
			.items()).singleElement().satisfies((entry) -> assertThat(entry.address()).isEqualTo("198.51.100.7"));
	}

	@Test
	void behindAProxyThatEndsTlsRedirectsStayOnHttps() throws Exception {
		HttpResponse<String> answer = this.client.send(HttpRequest.newBuilder(URI.create(this.server + "/audit"))
			.header("X-Forwarded-For", "198.51.100.7")
			.header("X-Forwarded-Proto", "https")
			.header("X-Forwarded-Host", "console.example")
			.header("X-Forwarded-Port", "443")
			.build(), HttpResponse.BodyHandlers.ofString());
		assertThat(answer.headers().firstValue("Location")).hasValue("https://console.example/sign-in");
		assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
	}

	@Test
	void aFormThatIsTooLongIsRefusedOnAPage() throws Exception {
		HttpResponse<String> refused = post("/sign-in", csrfOf(get("/sign-in").body()), "name", "a".repeat(1_200_000));
		assertThat(refused.statusCode()).isEqualTo(413);
		assertThat(refused.body()).contains("Request id").doesNotContain("Exception");
	}

	@Test
	void anUnknownAddressOfTheApiIsAProblemEvenForABrowser() throws Exception {
		HttpResponse<String> answer = this.client
			.send(HttpRequest.newBuilder(URI.create(this.server + "/api/v1/nothing"))
				.header("Accept", "text/html")
				.header("Authorization", "Bearer " + this.accounts.token(Role.VIEWER))
				.build(), HttpResponse.BodyHandlers.ofString());
		assertThat(answer.statusCode()).isEqualTo(404);
		assertThat(answer.headers().firstValue("Content-Type")).get().asString().startsWith("application/problem+json");
	}

	private HttpResponse<String> signIn(String name, String password) throws Exception {
		return post("/sign-in", csrfOf(get("/sign-in").body()), "name", name, "password", password);
	}

	private HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return this.client.send(HttpRequest.newBuilder(URI.create(this.server + path)).build(),
				HttpResponse.BodyHandlers.ofString());
	}

	private HttpResponse<String> post(String path, String csrf, String... fields) throws Exception {
		return post(path, csrf, Map.of(), fields);
	}

	private HttpResponse<String> post(String path, String csrf, Map<String, String> headers, String... fields)
			throws Exception {
		StringBuilder body = new StringBuilder("_csrf=").append(URLEncoder.encode(csrf, StandardCharsets.UTF_8));
		for (int i = 0; i < fields.length; i += 2) {
			body.append('&').append(fields[i]).append('=');
			body.append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
		}
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.server + path))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.header("Origin", this.server)
			.POST(HttpRequest.BodyPublishers.ofString(body.toString()));
		headers.forEach(request::header);
		return this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	private void forgetSession() {
		for (HttpCookie cookie : this.cookies.getCookieStore().getCookies()) {
			if (cookie.getName().equals("understudy-session")) {
				this.cookies.getCookieStore().remove(null, cookie);
			}
		}
	}

	private String cookie(String name) {
		return this.cookies.getCookieStore()
			.getCookies()
			.stream()
			.filter((cookie) -> cookie.getName().equals(name))
			.map(HttpCookie::getValue)
			.findFirst()
			.orElseThrow();
	}

	private static String csrfOf(String page) {
		Matcher matcher = CSRF.matcher(page);
		assertThat(matcher.find()).isTrue();
		return matcher.group(1);
	}

	private User newUser() {
		return this.accounts.user("s" + UUID.randomUUID(), Role.AUTHOR);
	}

}
