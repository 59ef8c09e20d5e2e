package dev.understudy.experiment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.understudy.delivery.Installations;
import dev.understudy.delivery.Operations;
import dev.understudy.delivery.UnknownOperationException;
import dev.understudy.target.Target;

/**
 * Tells what is ours from what only stands in the same account.
 */
@Service
public class Strays {

	private final JdbcClient jdbc;

	private final Operations operations;

	private final Installations installations;

	private final Sightings sightings;

	private final Clock clock;

	Strays(JdbcClient jdbc, Operations operations, Installations installations, Sightings sightings, Clock clock) {
		this.jdbc = jdbc;
		this.operations = operations;
		this.installations = installations;
		this.sightings = sightings;
		this.clock = clock;
	}

	/**
	 * Leaves out what is ours, or may turn out to be, by name and creation time alone.
	 * @param target where they stand
	 * @param listed what SageMaker lists
	 * @return those of which only the tags can tell whose they are, in the same order
	 */
	@Transactional(readOnly = true)
	public List<Stray> among(Target target, List<Stray> listed) {
		Map<String, List<Namesake>> ours = namesakes(target, listed.stream().map(Stray::name))
			.collect(Collectors.groupingBy(Namesake::sortName));
		return listed.stream()
			.filter((it) -> Whose.byName(it.creationTime(), ours.getOrDefault(Outline.sortName(it.name()), List.of()))
				.isEmpty())
			.toList();
	}

	/**
	 * Says whose it is.
	 * @param stray what stands in SageMaker, its tags read
	 * @param settling how long after a deletion SageMaker may still show what is gone
	 * @return whose it is as of now
	 */
	@Transactional(propagation = Propagation.NOT_SUPPORTED)
	public Whose whose(Stray stray, Duration settling) {
		// First the operation, then the experiments: what it ended as is seen in them.
		Maker maker = maker(stray).orElse(null);
		List<Namesake> namesakes = namesakes(stray.target(), Stream.of(stray.name())).toList();
		return Whose.of(stray, this.installations.name(), maker, namesakes, this.clock.instant().minus(settling));
	}

	/**
	 * Takes note that something else stands where one of ours had ended: ours is gone,
	 * and its name with it.
	 * @param seen what stands there, as SageMaker describes it
	 * @param at when it was seen
	 */
	@Transactional
	public void replaced(Stray seen, Instant at) {
		namesakes(seen.target(), Stream.of(seen.name())).filter((one) -> one.isReplacedBy(seen.creationTime()))
			.forEach((one) -> this.sightings.gone(one.id(), at));
	}

	/**
	 * Who of ours stands in the way of managing it.
	 */
	Optional<Whose.Held> holder(Target target, String name, @Nullable Instant created) {
		return Whose.byName(created, namesakes(target, Stream.of(name)).toList());
	}

	private Optional<Maker> maker(Stray stray) {
		return OwnerTag.parse(stray.ownerTag()).flatMap((tag) -> {
			try {
				return Optional.of(Maker.of(this.operations.get(tag.operation()).operation()));
			}
			catch (UnknownOperationException ex) {
				return Optional.empty();
			}
		});
	}

	private Stream<Namesake> namesakes(Target target, Stream<String> names) {
		List<String> wanted = names.map(Outline::sortName).distinct().toList();
		return wanted.isEmpty() ? Stream.empty()
				: this.jdbc.sql("select " + Namesake.COLUMNS + """
						 from experiment
						where sort_name in (:names) and target = :target and phase in ('SUBMITTING', 'LIVE', 'ENDED')
						order by id""")
					.param("names", wanted)
					.param("target", target.name())
					.query(Namesake::of)
					.list()
					.stream();
	}

}
