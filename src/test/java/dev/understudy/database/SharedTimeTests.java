package dev.understudy.database;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import dev.understudy.PostgresServer;
import dev.understudy.PostgresServer.Database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SharedTimeTests {

	private static final Database DATABASE = PostgresServer.newDatabase();

	private final DatabaseClock database = new DatabaseClock(
			JdbcClient.create(new DriverManagerDataSource(DATABASE.url(), DATABASE.user(), DATABASE.password())));

	@Test
	void aClockThatIsHoursAheadIsPutRight() {
		assertThat(timeOf(Duration.ofHours(3))).isCloseTo(this.database.now(), within(Duration.ofSeconds(30)));
	}

	@Test
	void aClockThatIsHoursBehindIsPutRight() {
		assertThat(timeOf(Duration.ofHours(-5))).isCloseTo(this.database.now(), within(Duration.ofSeconds(30)));
	}

	@Test
	void lessThanASecondIsLeftAlone() {
		Instant fixed = this.database.now().plusMillis(300);
		SharedTime time = new SharedTime(() -> fixed, this.database);
		time.measure();
		assertThat(time.now()).isEqualTo(fixed);
	}

	@Test
	void aDatabaseThatDoesNotAnswerChangesNothing() {
		Instant fixed = Instant.parse("2026-11-23T00:00:00Z");
		SharedTime time = new SharedTime(() -> fixed, new DatabaseClock(
				JdbcClient.create(new DriverManagerDataSource("jdbc:postgresql://localhost:1/none", "none", "none"))));
		time.measure();
		assertThat(time.now()).isEqualTo(fixed);
	}

	private Instant timeOf(Duration ahead) {
		SharedTime time = new SharedTime(() -> this.database.now().plus(ahead), this.database);
		time.measure();
		return time.now();
	}

}
