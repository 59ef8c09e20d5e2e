package dev.understudy.experiment;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.UUID;
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

	/** The table of standings has SageMaker's statuses in the order they come in. */
	private static final Comparator<String> LIFECYCLE = Comparator
		.comparing((String status) -> Standing.of(Phase.LIVE, null, null, null, status, null))
		.thenComparing(Comparator.naturalOrder());

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
		Map<Phase, Long> phases = new EnumMap<>(Phase.class);
		SequencedMap<String, Long> live = new TreeMap<>(LIFECYCLE);
		for (Count count : counts()) {
			phases.merge(count.phase(), count.total(), Long::sum);
			if (count.phase() == Phase.LIVE) {
				live.put(count.status(), count.total());
			}
		}
		List<Item> submitting = items(
				summaries("phase = 'SUBMITTING' and setback is null order by updated_at desc, id desc"));
		return new Dashboard(phases.getOrDefault(Phase.DRAFT, 0L), phases.getOrDefault(Phase.SUBMITTING, 0L), live,
				attention(reader, submitting), running(submitting),
				few("phase = 'LIVE' and sagemaker_status = 'Created' order by start_time, id"),
				few("phase = 'ENDED' order by ended_at desc, id"));
	}

	/**
	 * How listed experiments stand.
	 * @param listed experiments, in any order
	 * @return the same in the same order, read in one statement at most
	 */
	public List<Item> items(List<ExperimentSummary> listed) {
		Map<UUID, WaitingFor> waiting = this.operations
			.waiting(listed.stream().map(ExperimentSummary::unfinished).filter(Objects::nonNull).toList());
		return listed.stream().map((it) -> {
			UUID operation = it.unfinished();
			return Item.of(it, (operation != null) ? waiting.get(operation) : null);
		}).toList();
	}

	/**
	 * How one experiment stands, as lists show it.
	 * @param id its id
	 * @return the experiment
	 * @throws UnknownExperimentException if there is no such experiment
	 */
	public Item item(UUID id) {
		List<ExperimentSummary> found = this.jdbc
			.sql("select %s from experiment where id = :id".formatted(ExperimentSummary.COLUMNS))
			.param("id", id)
			.query(ExperimentSummary::of)
			.list();
		return items(found).stream().findFirst().orElseThrow(() -> new UnknownExperimentException(id));
	}

	private List<Count> counts() {
		return this.jdbc.sql("""
				select phase, coalesce(sagemaker_status, '') as status, count(*) as total from experiment
				where phase in ('DRAFT', 'SUBMITTING', 'LIVE') group by 1, 2""")
			.query((row, index) -> new Count(Phase.valueOf(row.getString("phase")), row.getString("status"),
					row.getLong("total")))
			.list();
	}

	private List<Item> attention(Actor reader, List<Item> submitting) {
		Stream<Item> setBack = items(this.jdbc.sql(
				"select %s from experiment where (setback is not null or drifted) and owner = :owner order by updated_at desc limit %d"
					.formatted(ExperimentSummary.COLUMNS, SHORT))
			.param("owner", Experiments.owner(reader))
			.query(ExperimentSummary::of)
			.list()).stream();
		List<Item> changing = items(summaries("change_id is not null order by updated_at, id"));
		Stream<Item> waiting = Stream.concat(changing.stream(), submitting.reversed().stream())
			.filter((item) -> item.waiting() != null && item.standing().needsPerson())
			.limit(SHORT);
		return Stream.concat(setBack, waiting).distinct().toList();
	}

	private List<Item> running(List<Item> submitting) {
		List<Item> live = few("phase = 'LIVE' and sagemaker_status is distinct from 'Created' order by end_time, id");
		return Stream.concat(submitting.stream().limit(SHORT), live.stream()).toList();
	}

	private List<Item> few(String condition) {
		return items(summaries("%s limit %d".formatted(condition, SHORT)));
	}

	private List<ExperimentSummary> summaries(String condition) {
		return this.jdbc.sql("select %s from experiment where %s".formatted(ExperimentSummary.COLUMNS, condition))
			.query(ExperimentSummary::of)
			.list();
	}

	private record Count(Phase phase, String status, long total) {
	}

}
