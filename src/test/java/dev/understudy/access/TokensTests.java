package dev.understudy.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.understudy.TestDatabase;
import dev.understudy.actor.Actor;
import dev.understudy.actor.Role;
import dev.understudy.audit.AuditEntry;
import dev.understudy.audit.AuditQuery;
import dev.understudy.audit.AuditTrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@SpringBootTest
@AutoConfigureMockMvc
@Import({ TestDatabase.class, Accounts.class })
class TokensTests {

	private final MockMvcTester mvc;

	private final Accounts accounts;

	private final Tokens tokens;

	private final Users users;

	private final AuditTrail trail;

	private final JdbcClient jdbc;

	private final Clock clock;

	@Autowired
	TokensTests(MockMvcTester mvc, Accounts accounts, Tokens tokens, Users users, AuditTrail trail, JdbcClient jdbc,
			Clock clock) {
		this.mvc = mvc;
		this.accounts = accounts;
		this.tokens = tokens;
		this.users = users;
		this.trail = trail;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Test
	void aTokenIsShownOnceAndKeptAsAHash() throws Exception {
		User ada = newUser(Role.AUTHOR);
		MvcTestResult made = this.mvc.post()
			.uri("/settings/tokens")
			.with(this.accounts.session(ada))
			.with(csrf())
			.param("name", "ci")
			.param("role", "author")
			.param("days", "30")
			.exchange();
		assertThat(made).hasStatusOk().headers().hasValue("Cache-Control", "no-store");
		assertThat(made).bodyText().contains("Token ci was made.");
		Matcher shown = Pattern.compile("<code>(us_[0-9A-Za-z]{36})</code>")
			.matcher(made.getResponse().getContentAsString());
		assertThat(shown.find()).isTrue();
		String secret = shown.group(1);
		assertThat(this.mvc.get().uri("/settings/tokens").with(this.accounts.session(ada))).bodyText()
			.contains("ci")
			.doesNotContain(secret);
		assertThat(this.jdbc.sql("select t::text from api_token t").query(String.class).list())
			.noneMatch((row) -> row.contains(secret));
		assertThat(this.tokens.find(secret)).contains(new TokenSource.KnownToken(ada.name(), "ci", Role.AUTHOR));
	}

	@Test
	void theTrailNamesTheTokenAndNeverItsSecret() {
		User ada = newUser(Role.ADMIN);
		String secret = make(ada, "auditing", Role.ADMIN);
		assertThat(this.mvc.get().uri("/api/v1/audit").with(Accounts.bearer(secret))).hasStatusOk();
		AuditEntry entry = this.trail
			.search(new AuditQuery(null, "token.made", null, ada.name() + "/auditing", null, null, null), 10, null)
			.items()
			.getFirst();
		assertThat(entry.after()).contains("admin").doesNotContain(secret);
	}

	@Test
	void aRevokedTokenIsNoGood() {
		User ada = newUser(Role.AUTHOR);
		String secret = make(ada, "ci", Role.AUTHOR);
		UUID id = this.tokens.of(ada.name()).getFirst().id();
		this.tokens.revoke(id, actor(ada));
		this.tokens.revoke(id, actor(ada));
		assertThat(this.tokens.find(secret)).isEmpty();
		assertThat(
				this.mvc.get().uri("/api/v1/experiments/" + UUID.randomUUID() + "/audit").with(Accounts.bearer(secret)))
			.hasStatus(401)
			.headers()
			.hasValue("WWW-Authenticate", "Bearer realm=\"understudy\", error=\"invalid_token\"");
		assertThat(
				this.trail.search(new AuditQuery(ada.name(), "token.revoked", null, null, null, null, null), 10, null)
					.items())
			.hasSize(1);
		assertThat(make(ada, "ci", Role.AUTHOR)).as("the name is free again").isNotEmpty();
	}

	@Test
	void onlyItsOwnerOrAnAdminRevokesAToken() {
		User ada = newUser(Role.AUTHOR);
		User eve = newUser(Role.AUTHOR);
		make(ada, "ci", Role.AUTHOR);
		UUID id = this.tokens.of(ada.name()).getFirst().id();
		assertThat(this.mvc.post()
			.uri("/settings/tokens/{id}/revocation", id)
			.with(csrf())
			.with(this.accounts.session(eve))).hasStatus(404);
		assertThat(this.tokens.of(ada.name()).getFirst().revokedAt()).isNull();
		assertThat(this.mvc.post()
			.uri("/settings/tokens/{id}/revocation", id)
			.with(csrf())
			.with(this.accounts.session(Role.ADMIN))).hasStatus3xxRedirection();
		assertThat(this.tokens.of(ada.name()).getFirst().revokedAt()).isNotNull();
	}

	@Test
	void anExpiredTokenIsNoGood() {
		User ada = newUser(Role.AUTHOR);
		String secret = make(ada, "old", Role.AUTHOR);
		this.jdbc.sql("update api_token set expires_at = now() - interval '1 second' where owner = :owner")
			.param("owner", ada.id())
			.update();
		assertThat(this.tokens.find(secret)).isEmpty();
	}

	@Test
	void aTokenNeverAllowsMoreThanItsOwnerMay() {
		User ada = newUser(Role.AUTHOR);
		assertThatExceptionOfType(TokenRefusedException.class).isThrownBy(() -> make(ada, "x", Role.ADMIN));
		String secret = make(ada, "ci", Role.AUTHOR);
		this.users.changeRole(ada.name(), Role.AUDITOR, Accounts.TEST);
		assertThat(this.tokens.find(secret)).as("demoted").isEmpty();
		this.users.changeRole(ada.name(), Role.ADMIN, Accounts.TEST);
		assertThat(this.tokens.find(secret)).map(TokenSource.KnownToken::role).as("promoted").contains(Role.AUTHOR);
		this.users.enable(ada.name(), false, Accounts.TEST);
		assertThat(this.tokens.find(secret)).as("disabled").isEmpty();
	}

	@Test
	void anotherPasswordRevokesTheTokensOfWhoeverKnewTheOldOne() {
		User ada = newUser(Role.AUTHOR);
		String secret = make(ada, "ci", Role.AUTHOR);
		this.users.resetPassword(ada.name(), "another password", Accounts.TEST);
		assertThat(this.tokens.find(secret)).isEmpty();
		assertThat(this.trail
			.search(new AuditQuery(null, "token.revoked", null, ada.name() + "/ci", null, null, null), 10, null)
			.items()).hasSize(1);
	}

	@Test
	void tokensThatWorkStandFirst() {
		User ada = newUser(Role.AUTHOR);
		make(ada, "first", Role.AUTHOR);
		make(ada, "second", Role.AUTHOR);
		make(ada, "third", Role.AUTHOR);
		this.tokens.revoke(this.tokens.of(ada.name()).getFirst().id(), actor(ada));
		this.jdbc.sql(
				"update api_token set expires_at = now() - interval '1 second' where owner = :owner and name = 'second'")
			.param("owner", ada.id())
			.update();
		assertThat(this.tokens.of(ada.name())).extracting(ApiToken::name).containsExactly("first", "third", "second");
	}

	@Test
	void oneUserHasSoManyTokensThatWorkAndNoMore() {
		User ada = newUser(Role.AUTHOR);
		for (int i = 0; i < Tokens.MOST; i++) {
			make(ada, "token " + i, Role.AUTHOR);
		}
		assertThat(this.mvc.post()
			.uri("/settings/tokens")
			.with(this.accounts.session(ada))
			.with(csrf())
			.param("name", "one more")
			.param("role", "author")
			.param("days", "30")).hasStatus(422).bodyText().contains("You have 20 tokens that work");
		this.tokens.revoke(this.tokens.of(ada.name()).getFirst().id(), actor(ada));
		assertThat(make(ada, "one more", Role.AUTHOR)).isNotEmpty();
	}

	@Test
	void theLastUseIsWrittenOnceAMinute() {
		User ada = newUser(Role.AUTHOR);
		String secret = make(ada, "ci", Role.AUTHOR);
		this.tokens.find(secret);
		Instant first = this.tokens.of(ada.name()).getFirst().lastUsedAt();
		assertThat(first).isNotNull();
		this.tokens.find(secret);
		assertThat(this.tokens.of(ada.name()).getFirst().lastUsedAt()).isEqualTo(first);
		this.jdbc.sql("update api_token set last_used_at = now() - interval '61 seconds' where owner = :owner")
			.param("owner", ada.id())
			.update();
		this.tokens.find(secret);
		assertThat(this.tokens.of(ada.name()).getFirst().lastUsedAt()).isAfterOrEqualTo(first);
	}

	@Test
	void whatIsWrongInTheFormIsToldAtTheField() {
		User ada = newUser(Role.AUTHOR);
		make(ada, "ci", Role.AUTHOR);
		assertThat(this.mvc.post()
			.uri("/settings/tokens")
			.with(this.accounts.session(ada))
			.with(csrf())
			.param("name", "ci")
			.param("role", "author")
			.param("days", "30")).hasStatus(422)
			.bodyText()
			.contains("href=\"#name\"", "You have a token of this name", "value=\"ci\"");
		assertThat(this.mvc.post()
			.uri("/settings/tokens")
			.with(this.accounts.session(ada))
			.with(csrf())
			.param("name", "a/b\0")
			.param("role", "admin")
			.param("days", "10000")).hasStatus(422)
			.bodyText()
			.contains("Enter a name", "Choose how long it is to work");
	}

	private String make(User owner, String name, Role role) {
		return this.tokens.make(owner.name(), name, role, Duration.ofDays(1), actor(owner));
	}

	private Actor actor(User user) {
		return new Actor(Actor.Kind.USER, user.name(), Set.of(), "test-" + this.clock.millis(), null);
	}

	private User newUser(Role role) {
		return this.accounts.user("t" + UUID.randomUUID(), role);
	}

}
