package dev.understudy.experiment.web;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.understudy.definition.Drafts;
import dev.understudy.experiment.web.JsonLine.Kind;

import static org.assertj.core.api.Assertions.assertThat;

class JsonLineTests {

	@Test
	void aChangedLineStandsThereTwice() {
		assertThat(JsonLine.between(List.of("a", "b", "c"), List.of("a", "x", "c"))).containsExactly(
				new JsonLine(Kind.SAME, "a"), new JsonLine(Kind.REMOVED, "b"), new JsonLine(Kind.ADDED, "x"),
				new JsonLine(Kind.SAME, "c"));
	}

	@Test
	void howMembersAreOrderedIsNoDifference() {
		assertThat(JsonLine.between(Drafts.complete(), Drafts.complete())).allMatch((it) -> it.kind() == Kind.SAME);
	}

	@Test
	void eachSideCanBeReadOutOfBoth() {
		long seed = new Random().nextLong();
		Random random = new Random(seed);
		for (int i = 0; i < 300; i++) {
			List<String> before = lines(random);
			List<String> after = lines(random);
			List<JsonLine> both = JsonLine.between(before, after);
			assertThat(side(both, Kind.REMOVED)).as("seed %d", seed).isEqualTo(before);
			assertThat(side(both, Kind.ADDED)).as("seed %d", seed).isEqualTo(after);
		}
	}

	@Test
	void whatIsTooLongToCompareCountsAsChanged() {
		List<String> before = Collections.nCopies(3000, "a");
		List<String> after = Stream.concat(Stream.of("b"), Collections.nCopies(3000, "c").stream()).toList();
		List<JsonLine> both = JsonLine.between(before, after);
		assertThat(both).hasSize(6001).noneMatch((it) -> it.kind() == Kind.SAME);
	}

	private static List<String> side(List<JsonLine> lines, Kind kind) {
		return lines.stream().filter((it) -> it.kind() == Kind.SAME || it.kind() == kind).map(JsonLine::text).toList();
	}

	private static List<String> lines(Random random) {
		return random.ints(random.nextInt(12), 0, 4).mapToObj(Integer::toString).toList();
	}

}
