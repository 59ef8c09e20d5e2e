package dev.understudy.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import dev.understudy.calendar.Lane.Contest;
import dev.understudy.calendar.Lane.Entry;
import dev.understudy.experiment.ExperimentSummary;
import dev.understudy.experiment.Occupation;
import dev.understudy.experiment.Phase;

import static org.assertj.core.api.Assertions.assertThat;

class LaneTests {

	private static final Instant BEGIN = Instant.parse("2026-11-23T00:00:00Z");

	@RepeatedTest(200)
	void whoIsInWhoseWayIsWhatComparingAllOfThemSays() {
		long seed = new Random().nextLong();
		Random random = new Random(seed);
		List<Occupation> all = IntStream.range(0, random.nextInt(30))
			.mapToObj((number) -> occupation(random.nextInt(40), 1 + random.nextInt(12),
					random.nextInt(4) == 0 ? Phase.ENDED : Phase.LIVE))
			.toList();
		List<Entry> entries = Lane.of(all).stream().flatMap((lane) -> lane.entries().stream()).toList();
		assertThat(entries).as("seed %d", seed).hasSameSizeAs(all).allSatisfy((entry) -> {
			List<Occupation> conflicts = all.stream().filter(entry.it()::conflictsWith).toList();
			assertThat(conflicts).as("seed %d", seed)
				.hasSize(entry.conflicts().size() + entry.more())
				.containsAll(entry.conflicts());
			assertThat(entry.conflicts()).doesNotHaveDuplicates()
				.hasSize(Math.min(Lane.NAMED, conflicts.size()))
				.extracting(Occupation::begin)
				.isSorted();
		});
	}

	@RepeatedTest(200)
	void anEndpointIsContestedJustWhileTwoWouldTakeIt() {
		long seed = new Random().nextLong();
		Random random = new Random(seed);
		List<Occupation> all = IntStream.range(0, 1 + random.nextInt(12))
			.mapToObj((number) -> occupation(random.nextInt(40), 1 + random.nextInt(12), Phase.LIVE))
			.toList();
		Lane lane = Lane.of(all).getFirst();
		for (int hour = 0; hour < 60; hour++) {
			Instant moment = hour(hour).plus(Duration.ofMinutes(30));
			long taking = all.stream().filter((it) -> it.begin().isBefore(moment) && it.end().isAfter(moment)).count();
			assertThat(lane.contests().stream().anyMatch((it) -> covers(it, moment))).as("seed %d, %s", seed, moment)
				.isEqualTo(taking > 1);
		}
	}

	@Test
	void theFirstFewAreNamedAndTheOthersCounted() {
		List<Occupation> all = IntStream.range(0, 9).mapToObj((hour) -> occupation(hour, 20, Phase.DRAFT)).toList();
		Entry last = Lane.of(all).getFirst().entries().getLast();
		assertThat(last.conflicts()).containsExactlyElementsOf(all.subList(0, Lane.NAMED));
		assertThat(last.more()).isEqualTo(3);
		assertThat(Lane.of(all).getFirst().contests()).containsExactly(new Contest(hour(1), hour(27)));
	}

	private static boolean covers(Contest contest, Instant moment) {
		return contest.begin().isBefore(moment) && contest.end().isAfter(moment);
	}

	private static Occupation occupation(int begin, int hours, Phase phase) {
		ExperimentSummary experiment = new ExperimentSummary(UUID.randomUUID(), "it", "sandbox", "author", phase, 1, "",
				null, null, null, null, null, null, "fraud-prod", null, null, null, hour(begin), hour(begin + hours),
				null, null, false, null, null, List.of(), 0, BEGIN, BEGIN);
		return new Occupation(experiment, hour(begin), hour(begin + hours), false, false);
	}

	private static Instant hour(int hour) {
		return BEGIN.plus(Duration.ofHours(hour));
	}

}
