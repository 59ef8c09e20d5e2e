package dev.understudy.experiment;

import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Has PostgreSQL plan a statement for the values it is executed with, each time. A
 * statement that is kept prepared gets one plan for all values after a few executions,
 * and none is good for a text that everything has and for one that nothing has: the one
 * taken walks the whole table to find nothing.
 */
final class PlannedAnew extends JdbcTemplate {

	PlannedAnew(DataSource source) {
		super(source);
	}

	@Override
	protected void applyStatementSettings(Statement statement) throws SQLException {
		super.applyStatementSettings(statement);
		statement.unwrap(PGStatement.class).setPrepareThreshold(0);
	}

}
