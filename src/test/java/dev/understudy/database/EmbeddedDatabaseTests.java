package dev.understudy.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.understudy.Aside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Aside
class EmbeddedDatabaseTests {

	@TempDir
	private Path directory;

	@Test
	void keepsWhatWasCommittedOverARestart() throws Exception {
		try (EmbeddedDatabase database = EmbeddedDatabase.start(this.directory)) {
			execute(database, "create table kept (word text)");
			execute(database, "insert into kept values ('there')");
		}
		try (EmbeddedDatabase database = EmbeddedDatabase.start(this.directory)) {
			assertThat(query(database, "select word from kept")).isEqualTo("there");
		}
	}

	@Test
	void writesToDiskBeforeItSaysCommitted() throws Exception {
		try (EmbeddedDatabase database = EmbeddedDatabase.start(this.directory)) {
			assertThat(query(database, "show fsync")).isEqualTo("on");
			assertThat(query(database, "show synchronous_commit")).isEqualTo("on");
		}
	}

	@Test
	void aSecondStartOnTheSameDirectoryIsRefusedWithItsName() throws Exception {
		try (EmbeddedDatabase database = EmbeddedDatabase.start(this.directory)) {
			assertThatExceptionOfType(AlreadyRunningException.class)
				.isThrownBy(() -> EmbeddedDatabase.start(this.directory))
				.withMessageContaining(this.directory.toString());
			assertThat(query(database, "select 1")).isEqualTo("1");
		}
	}

	@Test
	void endsAServerThatAKilledProcessLeftBehind() throws Exception {
		try (EmbeddedDatabase killed = EmbeddedDatabase.start(this.directory)) {
			execute(killed, "create table kept (word text)");
			LeftoverServer.in(this.directory.resolve("postgres/data")).stop(Duration.ofSeconds(20));
			assertThatExceptionOfType(SQLException.class).isThrownBy(() -> query(killed, "select 1"));
		}
		try (EmbeddedDatabase next = EmbeddedDatabase.start(this.directory)) {
			assertThat(query(next, "select count(*) from kept")).isEqualTo("0");
		}
	}

	private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
		try (Connection connection = connect(database); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private static String query(EmbeddedDatabase database, String sql) throws SQLException {
		try (Connection connection = connect(database);
				Statement statement = connection.createStatement();
				ResultSet result = statement.executeQuery(sql)) {
			result.next();
			return result.getString(1);
		}
	}

	private static Connection connect(EmbeddedDatabase database) throws SQLException {
		return DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), database.getPassword());
	}

}
