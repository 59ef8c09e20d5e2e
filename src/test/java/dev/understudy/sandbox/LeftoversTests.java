package dev.understudy.sandbox;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

import dev.understudy.Aside;
import dev.understudy.TestDatabase;
import dev.understudy.Understudy;
import dev.understudy.access.Users;
import dev.understudy.actor.Actor;
import dev.understudy.actor.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Aside
@SpringBootTest(properties = "understudy.sandbox.samples=false")
@DirtiesContext
@Import(TestDatabase.class)
class LeftoversTests {

	private static final Actor TEST = Actor.system("test", "test-request");

	private final Users users;

	private final JdbcConnectionDetails database;

	@Autowired
	LeftoversTests(Users users, JdbcConnectionDetails database) {
		this.users = users;
		this.database = database;
	}

	@Test
	void aSandboxIsNotTakenToAwsWhileItsAccountsAreOpen() {
		SpringApplicationBuilder aws = new SpringApplicationBuilder(Understudy.class);
		assertThatException()
			.isThrownBy(() -> aws.run("--understudy.sagemaker.mode=aws", "--server.port=0",
					"--understudy.jobs.enabled=false", "--understudy.targets[0].name=prod",
					"--understudy.targets[0].account=111122223333", "--understudy.targets[0].region=us-east-1",
					"--understudy.targets[0].execution-roles[0]=arn:aws:iam::111122223333:role/shadow",
					"--spring.datasource.url=" + this.database.getJdbcUrl(),
					"--spring.datasource.username=" + this.database.getUsername(),
					"--spring.datasource.password=" + this.database.getPassword()))
			.havingRootCause()
			.isInstanceOf(Leftovers.LeftoverAccountsException.class)
			.withMessageContaining("admin, auditor, author, reviewer, viewer");
		for (Role role : Role.values()) {
			assertThatExceptionOfType(Leftovers.LeftoverAccountsException.class)
				.isThrownBy(() -> new Leftovers(this.users))
				.withMessageContaining(role.id());
			this.users.resetPassword(role.id(), "a password of its own", TEST);
		}
		assertThatCode(() -> new Leftovers(this.users)).doesNotThrowAnyException();
	}

	@Test
	void whyItDoesNotStartIsSaidInWords() {
		var analysis = new LeftoversAnalyzer()
			.analyze(new Leftovers.LeftoverAccountsException(java.util.List.of("admin")));
		assertThat(analysis).isNotNull();
		assertThat(analysis.getDescription())
			.isEqualTo("This database was a sandbox: everybody knows the passwords of admin.");
		assertThat(analysis.getAction()).contains("Use a new database");
	}

}
