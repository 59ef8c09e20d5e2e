package dev.understudy.experiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import dev.understudy.actor.Actor;
import dev.understudy.delivery.Operations;
import dev.understudy.delivery.WaitingFor;
import dev.understudy.experiment.Dashboard.Item;

/**
 * Puts the {@link Dashboard} together from a handful of short queries that cost the same
 * however many experiments have ended.
 */
@Service
@Transactional(readOnly = true)
public class Overview {

	private static final int SHORT = 10;

	private final JdbcClient jdbc;

	private final Operations operations;

	Overview(JdbcClient jdbc, Operations operations) {
		this.jdbc = jdbc;
		this.operations = operations;
	}

	/**
	 * What somebody sees first.
	 * @param reader who looks; of what was returned only their own needs their attention
	 * @return counts and short lists
	 */
	public Dashboard dashboard(Actor reader) {
		Map<Phase, Long> phases = new HashMap<>();
		Map<String, Long> live = new HashMap<>();
		for (Count count : counts()) {
			phases.merge(count.phase(), count.total(), Long::sum);
			if (count.phase() == Phase.LIVE) {
				live.put(count.status(), count.total());
			}
		}
		return new Dashboard(phases.getOrDefault(Phase.DRAFT, 0L), phases.getOrDefault(Phase.SUBMITTING, 0L), live,
				attention(reader),
				items("phase = 'LIVE' and sagemaker_status is distinct from 'Created' order by end_time, id"),
				items("phase = 'LIVE' and sagemaker_status = 'Created' order by start_time, id"),
				items("phase = 'ENDED' order by ended_at desc, id"));
	}

	private List<Count> counts() {
		return this.jdbc.sql("""
				select phase, coalesce(sagemaker_status, '') as status, count(*) as total from experiment
				where phase in ('DRAFT', 'SUBMITTING', 'LIVE') group by 1, 2""")
			.query((row, index) -> new Count(Phase.valueOf(row.getString("phase")), row.getString("status"),
					row.getLong("total")))
			.list();
	}

	private List<Item> attention(Actor reader) {
		Stream<Item> setBack = this.jdbc.sql(
				"select %s from experiment where setback is not null and owner = :owner order by updated_at desc limit %d"
					.formatted(ExperimentSummary.COLUMNS, SHORT))
			.param("owner", Experiments.owner(reader))
			.query(ExperimentSummary::of)
			.list()
			.stream()
			.map(Item::of);
		Stream<Item> waiting = summaries("phase = 'SUBMITTING' and setback is null order by updated_at, id").stream()
			.map(this::submitting)
			.filter((item) -> item.standing().needsPerson());
		List<Item> items = new ArrayList<>(setBack.toList());
		items.addAll(waiting.toList());
		return items;
	}

	private Item submitting(ExperimentSummary experiment) {
		Optional<WaitingFor> waiting = Optional.ofNullable(experiment.operationId())
			.map((id) -> this.operations.get(id).operation().waitingFor());
		return new Item(experiment, Standing.of(experiment, waiting.map((it) -> it.kind().id()).orElse(null)),
				waiting.map(WaitingFor::message).orElse(null));
	}

	private List<Item> items(String condition) {
		return summaries(condition).stream().map(Item::of).toList();
	}

	private List<ExperimentSummary> summaries(String condition) {
		return this.jdbc
			.sql("select %s from experiment where %s limit %d".formatted(ExperimentSummary.COLUMNS, condition, SHORT))
			.query(ExperimentSummary::of)
			.list();
	}

	private record Count(Phase phase, String status, long total) {
	}

}
