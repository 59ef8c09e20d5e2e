package dev.understudy.experiment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import dev.understudy.definition.Definition;

/**
 * Which experiments take which endpoint when.
 */
@Service
public class Occupations {

	/** Most that are read at once. */
	public static final int MOST = 500;

	/** Nothing takes longer, so what began before cannot reach into a window. */
	private static final Duration REACH = Definition.Schedule.LONGEST.plusDays(1);

	/** The index experiment_by_begin says the same. */
	private static final String BEGIN = "coalesce(start_time, creation_time, live_at)";

	private static final String NARROW = """
			 and (cast(:target as text) is null or target = :target)
			    and (cast(:endpoint as text) is null or endpoint = :endpoint)
			""";

	static final String WITHIN = """
			select * from (
			    (select %1$s, %2$s as begun from experiment
			        where phase <> 'DISCARDED' and %2$s >= :reach and %2$s < :to
			            and (phase in ('LIVE', 'SUBMITTING') or coalesce(ended_at, end_time, :to) > :from) %3$s
			        order by begun limit :limit)
			    union all
			    (select %1$s, null as begun from experiment
			        where phase in ('DRAFT', 'SUBMITTING') and %2$s is null and (phase = 'SUBMITTING' or end_time > :from)
			            and :now < :to %3$s limit :limit)) as occupation
			order by coalesce(begun, :now), id limit :limit"""
		.formatted(ExperimentSummary.COLUMNS, BEGIN, NARROW);

	private final JdbcClient jdbc;

	private final Clock clock;

	Occupations(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * What takes endpoints within a window of time: whatever is scheduled, runs or ran,
	 * and drafts with a schedule. Read in one statement, however many have ended.
	 * @param from the window's begin
	 * @param to its end, exclusive
	 * @param target only this target; null for any
	 * @param endpoint only this endpoint; null for any
	 * @return by begin, at most {@link #MOST}
	 */
	@Transactional(readOnly = true)
	public Window within(Instant from, Instant to, @Nullable String target, @Nullable String endpoint) {
		Instant now = this.clock.instant();
		List<Occupation> rows = this.jdbc.sql(WITHIN)
			.param("reach", sql(from.minus(REACH)))
			.param("from", sql(from))
			.param("to", sql(to))
			.param("now", sql(now))
			.param("target", target)
			.param("endpoint", endpoint)
			.param("limit", MOST + 1)
			.query((row, index) -> occupation(row, index, now))
			.list();
		boolean cut = rows.size() > MOST;
		List<Occupation> within = rows.stream()
			.limit(MOST)
			.filter((it) -> it.end().isAfter(from) && it.begin().isBefore(to))
			.sorted(Comparator.comparing(Occupation::begin).thenComparing(Occupation::id))
			.toList();
		return new Window(within, cut);
	}

	private static Occupation occupation(ResultSet row, int index, Instant now) throws SQLException {
		return Occupation.of(ExperimentSummary.of(row, index), Columns.timeOrNull(row, "begun"), now);
	}

	private static OffsetDateTime sql(Instant time) {
		return time.atOffset(ZoneOffset.UTC);
	}

	/**
	 * What a window shows.
	 *
	 * @param occupations by begin
	 * @param cut whether there are more than are shown
	 */
	public record Window(List<Occupation> occupations, boolean cut) {

		public Window {
			occupations = List.copyOf(occupations);
		}

	}

}
