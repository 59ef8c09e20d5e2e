package dev.understudy.experiment;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.understudy.Understudy;
import dev.understudy.actor.Actor;
import dev.understudy.actor.Role;
import dev.understudy.search.Search;
import dev.understudy.shell.PageToken;
import dev.understudy.tracking.FoundExperiments;
import dev.understudy.tracking.FoundQuery;
import dev.understudy.tracking.Owner;

/**
 * Prints how long lists, searches and counts take among a million experiments, in turn
 * and as ratios to the list's first page, and how PostgreSQL goes about what takes longer
 * than it should or reads a whole table. A program, not a test. Its database stays in the
 * directory of temporary files, and is filled once.
 */
public final class ManyExperimentsBench {

	private static final int WARM = 6;

	private static final Actor READER = Actors.user("user-0", Role.VIEWER);

	private final ConfigurableApplicationContext application;

	private final JdbcClient jdbc;

	private final Map<String, Measured> cases = new LinkedHashMap<>();

	private ManyExperimentsBench(ConfigurableApplicationContext application) {
		this.application = application;
		this.jdbc = bean(JdbcClient.class);
	}

	/**
	 * Runs it.
	 * @param args how many experiments, 1000000 unless told, and how many rounds
	 */
	public static void main(String[] args) {
		int count = (args.length > 0) ? Integer.parseInt(args[0]) : 1_000_000;
		int rounds = (args.length > 1) ? Integer.parseInt(args[1]) : 25;
		Path directory = Path.of(System.getProperty("java.io.tmpdir"), "understudy-many-" + count);
		SpringApplication application = new SpringApplication(Understudy.class, SqlSaid.class);
		try (ConfigurableApplicationContext context = application.run("--server.port=0",
				"--understudy.data-dir=" + directory, "--understudy.sandbox.samples=false",
				"--understudy.jobs.enabled=false",
				"--spring.datasource.hikari.data-source-properties.options=-c statement_timeout=0",
				"--spring.datasource.hikari.data-source-properties.socketTimeout=0")) {
			ManyExperimentsBench bench = new ManyExperimentsBench(context);
			bench.fill(count);
			bench.prepare();
			bench.run(rounds);
		}
	}

	private void fill(int count) {
		if (!bean(Experiments.class).list(ExperimentQuery.ALL).items().isEmpty()) {
			return;
		}
		long begin = System.nanoTime();
		ManyExperiments.fill(this.jdbc, count);
		System.out.printf("filled with %,d experiments in %d s%n", count, (System.nanoTime() - begin) / 1_000_000_000);
	}

	private void prepare() {
		list("every experiment", ExperimentQuery.ALL);
		list("by name", sorted(Sort.NAME));
		list("by creation", sorted(Sort.CREATED_DESC));
		list("live", ExperimentQuery.ALL.in(List.of(Phase.LIVE)));
		list("ended", ExperimentQuery.ALL.in(List.of(Phase.ENDED)));
		list("draft or live", ExperimentQuery.ALL.in(List.of(Phase.DRAFT, Phase.LIVE)));
		list("Cancelled", filtered("Cancelled", null, null, null, null, null));
		list("common endpoint", filtered(null, "endpoint-0", null, null, null, null));
		list("rare endpoint", filtered(null, "endpoint-499", null, null, null, null));
		list("owner with many", filtered(null, null, "user-0", null, null, null));
		list("owner with few", filtered(null, null, "user-199", null, null, null));
		list("common tag", filtered(null, null, null, "team=team0", null, null));
		list("every tag", filtered(null, null, null, "team", null, null));
		list("rare tag", filtered(null, null, null, "run=4711", null, null));
		list("common label", filtered(null, null, null, null, "quarterly", null));
		list("rare label", filtered(null, null, null, null, "flagship", null));
		list("text in many", filtered(null, null, null, null, null, "against"));
		list("text in few", filtered(null, null, null, null, null, "candidate 899"));
		list("text in none", filtered(null, null, null, null, null, "zzzz"));
		list("two letters", filtered(null, null, null, null, null, "zz"));
		list("owner, text and status", filtered("Completed", null, "user-3", null, null, "candidate 42"));
		search("v");
		search("team0-v");
		search("endpoint-49");
		search("candidate 899");
		search("nowhere at all");
		add("dashboard", 100, () -> bean(Overview.class).dashboard(READER));
		Instant now = Clock.systemUTC().instant();
		add("calendar, this month", 100, () -> month(now, null));
		add("calendar, a month 3 years ago", 100, () -> month(now.minus(Duration.ofDays(1100)), null));
		add("calendar, one endpoint", 100, () -> month(now, "endpoint-0"));
		add("found", 50, () -> bean(FoundExperiments.class).list(new FoundQuery(null, null, 50, null)));
		add("found, orphans", 50,
				() -> bean(FoundExperiments.class).list(new FoundQuery(null, Owner.ORPHAN, 50, null)));
		add("found, orphans counted", 50, () -> bean(FoundExperiments.class).orphans());
	}

	private void list(String name, ExperimentQuery query) {
		add("list, " + name, 50, () -> bean(Experiments.class).list(query));
		ExperimentQuery last = last(query);
		add("list, " + name + ", last page", 50, () -> bean(Experiments.class).list(last));
	}

	private void search(String text) {
		add("search, " + text, 150, () -> bean(Search.class).find(text, READER, Locale.ENGLISH));
	}

	private void month(Instant from, @Nullable String endpoint) {
		bean(Occupations.class).within(from, from.plus(Duration.ofDays(31)), "sandbox", endpoint);
	}

	private void add(String name, int goal, Runnable work) {
		this.cases.put(name, new Measured(goal, work));
	}

	/** The page of the last 50: from the 51st of the other direction. */
	private ExperimentQuery last(ExperimentQuery query) {
		Sort other = Sort.of(query.sort().isDescending() ? query.sort().id().substring(1) : '-' + query.sort().id());
		List<ExperimentSummary> end = bean(Experiments.class)
			.list(new ExperimentQuery(query.phases(), query.statuses(), query.endpoint(), query.owner(), query.tag(),
					query.label(), query.text(), other, 51, null))
			.items();
		if (end.size() < 51) {
			return query;
		}
		ExperimentSummary before = end.getLast();
		Object value = switch (query.sort()) {
			case UPDATED, UPDATED_DESC -> before.updatedAt();
			case CREATED, CREATED_DESC -> before.createdAt();
			case NAME, NAME_DESC -> Outline.sortName(before.name());
		};
		return query.from(PageToken.of(query.fingerprint(), value, before.id()).encode());
	}

	private static ExperimentQuery sorted(Sort sort) {
		return new ExperimentQuery(List.of(), List.of(), null, null, null, null, null, sort, 50, null);
	}

	private static ExperimentQuery filtered(@Nullable String status, @Nullable String endpoint, @Nullable String owner,
			@Nullable String tag, @Nullable String label, @Nullable String text) {
		return new ExperimentQuery(List.of(), (status != null) ? List.of(status) : List.of(), endpoint, owner, tag,
				label, text, Sort.UPDATED_DESC, 50, null);
	}

	private void run(int rounds) {
		for (int round = -WARM; round < rounds; round++) {
			for (Measured it : this.cases.values()) {
				it.once(round >= 0);
			}
		}
		double first = this.cases.values().iterator().next().median();
		System.out.printf("| %-45s | median ms | worst ms | ÷ first page | goal ms |%n", "");
		this.cases.forEach((name, it) -> System.out.printf(Locale.ROOT, "| %-45s | %9.1f | %8.1f | %12.1f | %7d |%n",
				name, it.median(), it.worst(), it.median() / first, it.goal()));
		this.cases.forEach(this::explain);
	}

	private void explain(String name, Measured it) {
		for (String sql : SqlSaid.by(it.work())) {
			List<String> plan = bean(JdbcTemplate.class).queryForList("explain (analyze, buffers) " + sql,
					String.class);
			boolean whole = plan.stream().anyMatch((line) -> line.contains("Seq Scan on "));
			if (it.median() > it.goal() || whole) {
				System.out.printf("%n%s%n%s%n%s%n", name, sql, String.join("\n", plan));
			}
		}
	}

	private <T> T bean(Class<T> type) {
		return this.application.getBean(type);
	}

	/**
	 * Something that is measured.
	 */
	private record Measured(int goal, Runnable work, List<Double> times) {

		Measured(int goal, Runnable work) {
			this(goal, work, new ArrayList<>());
		}

		void once(boolean counts) {
			long begin = System.nanoTime();
			this.work.run();
			if (counts) {
				this.times.add((System.nanoTime() - begin) / 1e6);
			}
		}

		double median() {
			return this.times.stream().sorted().toList().get(this.times.size() / 2);
		}

		double worst() {
			return this.times.stream().max(Double::compare).orElseThrow();
		}

	}

}
