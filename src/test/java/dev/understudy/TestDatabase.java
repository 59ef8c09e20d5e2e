package dev.understudy;

import java.util.UUID;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * Import this to run a test's application context on a database and a data directory of
 * its own that nobody has used.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {

	@Bean
	JdbcConnectionDetails testConnectionDetails() {
		return PostgresServer.newMigratedDatabase();
	}

	// Contexts live side by side in the test framework's cache, and one simulator has one
	// journal.
	@Bean
	DynamicPropertyRegistrar testDirectory() {
		String directory = "target/test-data/" + UUID.randomUUID();
		return (registry) -> registry.add("understudy.data-dir", () -> directory);
	}

}
