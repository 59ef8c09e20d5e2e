package dev.understudy.experiment;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;

@Arranged
class OccupationsTests {

	private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

	@Autowired
	private JdbcClient jdbc;

	/** A table of a few rows is read as a whole, unless that is forbidden. */
	@Test
	@Transactional
	void whatBeginsWithinAWindowIsFoundByTheIndexOfBegins() {
		this.jdbc.sql("set local enable_seqscan = off").update();
		this.jdbc.sql("set local enable_bitmapscan = off").update();
		String plan = String.join("\n",
				this.jdbc.sql("explain " + Occupations.WITHIN)
					.param("reach", NOW.minus(Duration.ofDays(31)).atOffset(ZoneOffset.UTC))
					.param("from", NOW.atOffset(ZoneOffset.UTC))
					.param("to", NOW.plus(Duration.ofDays(28)).atOffset(ZoneOffset.UTC))
					.param("now", NOW.atOffset(ZoneOffset.UTC))
					.param("target", null)
					.param("endpoint", null)
					.param("limit", Occupations.MOST + 1)
					.query(String.class)
					.list());
		assertThat(plan).containsPattern(
				"using experiment_by_begin on experiment[^\n]*\n\\s+Index Cond: \\(\\(COALESCE\\([^\n]* >= [^\n]* < ")
			.doesNotContain("Seq Scan");
	}

}
