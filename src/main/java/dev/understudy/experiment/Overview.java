package dev.understudy.experiment;

import java.util.ArrayList;
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
 * Puts the {@link Dashboard} together from three short statements that cost the same
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
	 * @param reader who looks; of what came to nothing only their own needs their
	 * attention
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
		Map<DashboardPart, List<Item>> parts = parts(reader);
		List<Item> submitting = parts.getOrDefault(DashboardPart.SUBMITTING, List.of());
		return new Dashboard(phases.getOrDefault(Phase.DRAFT, 0L), phases.getOrDefault(Phase.SUBMITTING, 0L), live,
				attention(parts), running(submitting, parts.getOrDefault(DashboardPart.LIVE, List.of())),
				parts.getOrDefault(DashboardPart.SCHEDULED, List.of()),
				parts.getOrDefault(DashboardPart.ENDED, List.of()));
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

	private Map<DashboardPart, List<Item>> parts(Actor reader) {
		List<Listed> rows = this.jdbc.sql(DashboardPart.ALL)
			.param("owner", Experiments.owner(reader))
			.query((row, index) -> new Listed(DashboardPart.valueOf(row.getString("part")),
					ExperimentSummary.of(row, index)))
			.list();
		List<Item> items = items(rows.stream().map(Listed::experiment).toList());
		Map<DashboardPart, List<Item>> parts = new EnumMap<>(DashboardPart.class);
		for (int index = 0; index < rows.size(); index++) {
			parts.computeIfAbsent(rows.get(index).part(), (part) -> new ArrayList<>()).add(items.get(index));
		}
		return parts;
	}

	private static List<Item> attention(Map<DashboardPart, List<Item>> parts) {
		Stream<Item> setBack = Stream.of(DashboardPart.SET_BACK, DashboardPart.CHANGE_FAILED)
			.flatMap((part) -> parts.getOrDefault(part, List.of()).stream());
		List<Item> changing = parts.getOrDefault(DashboardPart.CHANGING, List.of());
		List<Item> submitting = parts.getOrDefault(DashboardPart.SUBMITTING, List.of());
		Stream<Item> waiting = Stream.concat(changing.stream(), submitting.reversed().stream())
			.filter((item) -> item.waiting() != null && item.standing().needsPerson())
			.limit(SHORT);
		return Stream.concat(setBack, waiting).distinct().toList();
	}

	private static List<Item> running(List<Item> submitting, List<Item> live) {
		return Stream.concat(submitting.stream().limit(SHORT), live.stream()).toList();
	}

	private record Listed(DashboardPart part, ExperimentSummary experiment) {
	}

	private record Count(Phase phase, String status, long total) {
	}

}
