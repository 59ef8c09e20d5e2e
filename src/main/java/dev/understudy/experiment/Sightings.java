package dev.understudy.experiment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import dev.understudy.actor.Actor;
import dev.understudy.delivery.Operations;
import dev.understudy.target.Target;

/**
 * Where those who watch SageMaker learn what to look for and tell what they saw.
 */
@Service
@Transactional
public class Sightings {

	/**
	 * What was sent this long before a look may have taken effect after it; also how far
	 * the clocks of AWS, the database and ours may be apart.
	 */
	private static final Duration ON_ITS_WAY = Duration.ofMinutes(1);

	private static final String WATCHED = """
			select id, name, live_at, start_time, end_time, observed_at, seen_arn, sagemaker_status, sagemaker_reason,
			    creation_time, seen_start_time, seen_end_time, completion_time, last_modified_time, seen_request_id,
			    seen_definition
			from experiment where phase = 'LIVE' and""";

	private final ExperimentStore store;

	private final JdbcClient jdbc;

	private final Operations operations;

	private final ApplicationEventPublisher events;

	Sightings(ExperimentStore store, Operations operations, JdbcClient jdbc, ApplicationEventPublisher events) {
		this.store = store;
		this.operations = operations;
		this.jdbc = jdbc;
		this.events = events;
	}

	/**
	 * The live experiments of a target.
	 * @param target the target
	 * @return in the order SageMaker created them, those never seen last
	 */
	@Transactional(readOnly = true)
	public List<Watched> watched(Target target) {
		return this.jdbc.sql(WATCHED + " target = :target order by creation_time nulls last, id")
			.param("target", target.name())
			.query(Sightings::watched)
			.list();
	}

	/**
	 * One of them.
	 * @param id the experiment
	 * @return nothing if it is not live
	 */
	@Transactional(readOnly = true)
	public Optional<Watched> watched(UUID id) {
		return this.jdbc.sql(WATCHED + " id = :id").param("id", id).query(Sightings::watched).optional();
	}

	/**
	 * Takes in what SageMaker said. Only news is stored; a final status ends the
	 * experiment. What was changed meanwhile, and not through us, is a drift. Of one that
	 * is not live nothing is stored.
	 * @param id the experiment
	 * @param seen what SageMaker said of it, and of no other by its name
	 * @return true if it was news
	 * @throws UnknownExperimentException if there is no such experiment
	 */
	public boolean sighted(UUID id, Sighting seen) {
		return sighted(id, seen, null);
	}

	/**
	 * The same by somebody who knows when it still was as it was sighted last, so that
	 * what we did before that is not taken for the cause of a change.
	 * @param id the experiment
	 * @param seen what SageMaker said of it, and of no other by its name
	 * @param unchangedAt when nothing had changed yet; null if only the sighting says
	 * @return true if it was news
	 * @throws UnknownExperimentException if there is no such experiment
	 */
	public boolean sighted(UUID id, Sighting seen, @Nullable Instant unchangedAt) {
		Experiment experiment = this.store.lock(id);
		if (!experiment.isNews(seen)) {
			return false;
		}
		this.store.add(id, seen);
		Sighting last = experiment.getSighting();
		experiment
			.see(seen, () -> last == null || this.operations.sentSince(id, since(last, unchangedAt)),
					tracking(seen.awsRequestId()))
			.forEach(this.events::publishEvent);
		return true;
	}

	private static Instant since(Sighting last, @Nullable Instant unchangedAt) {
		Instant latest = (unchangedAt != null && unchangedAt.isAfter(last.observedAt())) ? unchangedAt
				: last.observedAt();
		return latest.minus(ON_ITS_WAY);
	}

	/**
	 * Takes note that SageMaker does not know an experiment any more, and not through us.
	 * A live one ends, one that had ended keeps its ending; its name is free from now on.
	 * @param id the experiment
	 * @param at when that was certain
	 * @return true if it was news
	 * @throws UnknownExperimentException if there is no such experiment
	 */
	public boolean gone(UUID id, Instant at) {
		Experiment experiment = this.store.lock(id);
		if (!experiment.isThere()) {
			return false;
		}
		this.events.publishEvent(experiment.gone(tracking(null), at));
		this.operations.nameFreed(id);
		return true;
	}

	/**
	 * Takes note that SageMaker was missing an experiment for long. It is not believed to
	 * be gone while a request of ours is under way, whose own looks say what became of
	 * it, nor soon after its Create was last sent.
	 * @param id the experiment
	 * @param at when it was missed, by the database's clock
	 * @param settling how long after its Create it may still appear
	 * @return true if it is gone, and that was news
	 * @throws UnknownExperimentException if there is no such experiment
	 */
	public boolean missed(UUID id, Instant at, Duration settling) {
		boolean mayAppear = this.operations.createSent(id)
			.filter((sent) -> at.isBefore(sent.plus(settling)))
			.isPresent();
		return !mayAppear && !this.operations.sentSince(id, at) && gone(id, at);
	}

	private static Actor tracking(@Nullable String run) {
		return Actor.system("tracking", (run != null) ? run : "none");
	}

	private static Watched watched(ResultSet row, int index) throws SQLException {
		Instant observedAt = Columns.timeOrNull(row, "observed_at");
		Sighting sighting = (observedAt != null)
				? new Sighting(observedAt, row.getString("seen_arn"), row.getString("sagemaker_status"),
						row.getString("sagemaker_reason"), Columns.timeOrNull(row, "creation_time"),
						Columns.timeOrNull(row, "seen_start_time"), Columns.timeOrNull(row, "seen_end_time"),
						Columns.timeOrNull(row, "completion_time"), Columns.timeOrNull(row, "last_modified_time"),
						row.getString("seen_request_id"), row.getString("seen_definition"))
				: null;
		return new Watched(row.getObject("id", UUID.class), row.getString("name"), Columns.time(row, "live_at"),
				Columns.timeOrNull(row, "start_time"), Columns.timeOrNull(row, "end_time"), sighting);
	}

}
