package dev.understudy.access;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.understudy.TestDatabase;
import dev.understudy.actor.Role;
import dev.understudy.audit.AuditQuery;
import dev.understudy.audit.AuditTrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@SpringBootTest
@AutoConfigureMockMvc
@Import({ TestDatabase.class, Accounts.class })
class UsersTests {

	private final MockMvcTester mvc;

	private final Accounts accounts;

	private final Users users;

	private final AuditTrail trail;

	@Autowired
	UsersTests(MockMvcTester mvc, Accounts accounts, Users users, AuditTrail trail) {
		this.mvc = mvc;
		this.accounts = accounts;
		this.users = users;
		this.trail = trail;
	}

	@Test
	void anAdminAddsAUser() {
		String name = "n" + UUID.randomUUID();
		assertThat(post("/settings/users", "name", name, "role", "author", "password", "twelve letters"))
			.hasRedirectedUrl("/settings/users");
		assertThat(this.users.find(name)).map(User::role).contains(Role.AUTHOR);
		assertThat(this.trail.search(new AuditQuery("test-admin", "user.made", null, name, null, null, null), 10, null)
			.items()).singleElement()
			.satisfies((entry) -> assertThat(entry.after()).contains("author").doesNotContain("twelve"));
	}

	@Test
	void whatIsWrongWithAUserIsToldAndNothingTypedIsLostButThePassword() {
		this.accounts.user(Role.VIEWER);
		assertThat(post("/settings/users", "name", "test-viewer", "role", "author", "password", "twelve letters"))
			.hasStatus(422)
			.bodyText()
			.contains("There is a user of this name already", "value=\"test-viewer\"")
			.doesNotContain("twelve letters");
		assertThat(post("/settings/users", "name", "No Name\0", "role", "king", "password", "short")).hasStatus(422)
			.bodyText()
			.contains("Enter a name", "Choose a role", "Use at least 12 characters");
		assertThat(post("/settings/users", "name", "ok", "role", "viewer", "password", "🎭".repeat(19))).hasStatus(422)
			.bodyText()
			.contains("Use at most 72 bytes");
	}

	@Test
	void everyChangeIsOnTheRecord() {
		User user = this.accounts.user("c" + UUID.randomUUID(), Role.VIEWER);
		post("/settings/users/" + user.name() + "/role", "role", "author");
		post("/settings/users/" + user.name() + "/enabled", "enabled", "false");
		post("/settings/users/" + user.name() + "/password", "password", "another password");
		assertThat(this.trail
			.search(new AuditQuery("test-admin", "user.changed", null, user.name(), null, null, null), 10, null)
			.items()).hasSize(3).noneSatisfy((entry) -> assertThat(entry.after()).contains("another"));
		assertThat(this.users.find(user.name())).get().satisfies((changed) -> {
			assertThat(changed.role()).isEqualTo(Role.AUTHOR);
			assertThat(changed.enabled()).isFalse();
			assertThat(changed.version()).isEqualTo(3);
		});
	}

	@Test
	void theLastAdminStays() {
		for (User user : this.users.all()) {
			if (user.role() == Role.ADMIN && !user.name().equals("test-admin")) {
				this.accounts.user(Role.ADMIN);
				this.users.enable(user.name(), false, Accounts.TEST);
			}
		}
		this.accounts.user(Role.ADMIN);
		assertThatExceptionOfType(LastAdminException.class)
			.isThrownBy(() -> this.users.changeRole("test-admin", Role.VIEWER, Accounts.TEST));
		assertThatExceptionOfType(LastAdminException.class)
			.isThrownBy(() -> this.users.enable("test-admin", false, Accounts.TEST));
		assertThat(this.users.find("test-admin")).map(User::role).contains(Role.ADMIN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "A", "1a", "a b", "a/b", "a\0", "ä", "<script>" })
	void whatIsNoNameIsRefused(String name) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.users.create(name, "twelve letters", Role.VIEWER, Accounts.TEST));
	}

	@Test
	void aUserThereIsNotHasNoPage() {
		assertThat(this.mvc.get().uri("/settings/users/nobody").with(this.accounts.session(Role.ADMIN))).hasStatus(404)
			.bodyText()
			.contains("There is nothing here");
	}

	private MvcTestResult post(String path, String... fields) {
		var request = this.mvc.post().uri(path).with(this.accounts.session(Role.ADMIN)).with(csrf());
		for (int i = 0; i < fields.length; i += 2) {
			request = request.param(fields[i], fields[i + 1]);
		}
		return request.exchange();
	}

}
