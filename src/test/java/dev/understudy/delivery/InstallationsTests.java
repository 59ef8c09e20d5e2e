package dev.understudy.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import dev.understudy.PostgresServer;
import dev.understudy.PostgresServer.Database;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class InstallationsTests {

	private static final UUID CONFIGURED = UUID.fromString("019aab00-0000-7000-8000-00000000000a");

	private static final UUID OTHER = UUID.fromString("019aab00-0000-7000-8000-00000000000b");

	@TempDir
	private Path directory;

	private final Database database = PostgresServer.newDatabase();

	@Test
	void aNewDatabaseTakesTheNameOfTheConfiguration() {
		try (ConfigurableApplicationContext context = start("--understudy.installation-id=" + CONFIGURED)) {
			Installations installations = context.getBean(Installations.class);
			assertThat(installations.name()).isEqualTo(CONFIGURED);
			assertThat(installations.agree()).isTrue();
		}
	}

	@Test
	void withoutAConfiguredNameOneIsMadeAndKeptInAFile() throws IOException {
		UUID made;
		try (ConfigurableApplicationContext context = start()) {
			made = context.getBean(Installations.class).name();
			assertThat(Files.readString(this.directory.resolve("installation-id"))).startsWith(made.toString());
		}
		try (ConfigurableApplicationContext context = start()) {
			assertThat(context.getBean(Installations.class).name()).isEqualTo(made);
			assertThat(context.getBean(Installations.class).agree()).isTrue();
		}
	}

	@Test
	void aProcessThatWillSendNothingSaysSoWhenItStarts(CapturedOutput log) {
		submitUnder(CONFIGURED);
		try (ConfigurableApplicationContext context = start("--understudy.installation-id=" + OTHER)) {
			assertThat(context.isRunning()).isTrue();
			assertThat(log).contains("Nothing is sent from here", CONFIGURED.toString(), OTHER.toString(),
					"understudy.installation-id");
		}
	}

	@Test
	void aDatabaseOfAnotherNamePausesAllSending() {
		UUID operation = submitUnder(CONFIGURED);
		try (ConfigurableApplicationContext context = start("--understudy.installation-id=" + OTHER)) {
			assertThat(context.getBean(Installations.class).agree()).isFalse();
			Operation queued = context.getBean(Operations.class).get(operation).operation();
			assertThat(context.getBean(Gates.class).closed(queued, queued.createdAt())).isEqualTo(new ClosedGate(
					"installation-differs",
					"This database belongs to an installation of another name. An admin has to say whether it was moved or copied.",
					true));
		}
	}

	@Test
	void whereTheConfigurationLostItsNameNothingIsSentEither() throws IOException {
		try (ConfigurableApplicationContext context = start()) {
			assertThat(context.getBean(Installations.class).agree()).isTrue();
		}
		Files.delete(this.directory.resolve("installation-id"));
		try (ConfigurableApplicationContext context = start()) {
			assertThat(context.getBean(Installations.class).agree()).isFalse();
			context.getBean(Installations.class).moved(Submissions.ADA);
			assertThat(context.getBean(Installations.class).agree()).isTrue();
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void whatIsUnfinishedGoesOnWhereItWasMovedAndEndsInACopy(boolean moved) {
		UUID operation = submitUnder(CONFIGURED);
		try (ConfigurableApplicationContext context = start("--understudy.installation-id=" + OTHER)) {
			Installations installations = context.getBean(Installations.class);
			if (moved) {
				installations.moved(Submissions.ADA);
			}
			else {
				installations.copied(Submissions.ADA);
			}
			assertThat(installations.agree()).isTrue();
			assertThat(installations.name()).isEqualTo(OTHER);
			assertThat(this.directory.resolve("installation-id")).as("the property names it, no file").doesNotExist();
			Operation after = context.getBean(Operations.class).get(operation).operation();
			assertThat(after.state()).isEqualTo(moved ? OperationState.QUEUED : OperationState.CANCELLED);
			assertThat(after.ownerTag()).startsWith(CONFIGURED.toString());
		}
	}

	private UUID submitUnder(UUID name) {
		try (ConfigurableApplicationContext context = start("--understudy.installation-id=" + name)) {
			return DeliveryAlone.submit(context, "unfinished");
		}
	}

	private ConfigurableApplicationContext start(String... more) {
		return new SpringApplicationBuilder(DeliveryAlone.class).web(WebApplicationType.NONE)
			.properties("spring.datasource.url=" + this.database.url(),
					"spring.datasource.username=" + this.database.user(),
					"spring.datasource.password=" + this.database.password(), "understudy.data-dir=" + this.directory,
					"understudy.jobs.enabled=false")
			.run(more);
	}

}
