package dev.understudy.experiment;

import java.sql.Connection;
import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import dev.understudy.PostgresServer;

import static org.assertj.core.api.Assertions.assertThat;

class PlannedAnewTests {

	private static final String SQL = "select count(*) from pg_class where relname like ?";

	@Test
	void aStatementIsNeverKeptPreparedHoweverOftenItIsExecuted() throws SQLException {
		try (Connection connection = PostgresServer.newDatabase().connect()) {
			SingleConnectionDataSource source = new SingleConnectionDataSource(connection, true);
			assertThat(prepared(new PlannedAnew(source))).isZero();
			assertThat(prepared(new JdbcTemplate(source))).isOne();
		}
	}

	private static int prepared(JdbcTemplate template) {
		for (int i = 0; i < 10; i++) {
			template.queryForObject(SQL, Integer.class, "%pg%");
		}
		return template.queryForObject("select count(*) from pg_prepared_statements where statement like '%relname%'",
				Integer.class);
	}

}
