package dev.understudy.experiment;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.understudy.definition.Change;
import dev.understudy.definition.Definition.Tag;
import dev.understudy.definition.Draft;
import dev.understudy.definition.Drafts;
import dev.understudy.definition.Purpose;

import static org.assertj.core.api.Assertions.assertThat;

class TagPlanTests {

	@Test
	void whatIsSetAndTakenAwayGoesWithWhatWasSeen() {
		TagPlan plan = plan(List.of(new Tag("team", "risk"), new Tag("a/b", "new")), List.of("cost-center", "unheard"));
		assertThat(plan.payload().toString())
			.isEqualTo("{\"add\":[{\"Key\":\"team\",\"Value\":\"risk\"},{\"Key\":\"a/b\",\"Value\":\"new\"}],"
					+ "\"remove\":[\"cost-center\",\"unheard\"],\"seen\":{\"team\":\"fraud\",\"cost-center\":\"\"}}");
		assertThat(plan.changes()).extracting(Change::pointer)
			.containsExactly("/Tags/cost-center", "/Tags/team", "/Tags/a~1b");
		assertThat(plan.after().at("/Tags").toString())
			.isEqualTo("[{\"Key\":\"team\",\"Value\":\"risk\"},{\"Key\":\"a/b\",\"Value\":\"new\"}]");
	}

	@Test
	void theLastTagTakenAwayLeavesNoList() {
		assertThat(plan(List.of(), List.of("team", "cost-center")).after().at("/Tags").isMissingNode()).isTrue();
	}

	@Test
	void whatIsSoAlreadyIsNoChange() {
		assertThat(plan(List.of(new Tag("team", "fraud")), List.of("unheard")).changes()).isEmpty();
		assertThat(plan(List.of(), List.of()).changes()).isEmpty();
	}

	@Test
	void thePlanIsReadBackFromItsPayload() {
		TagPlan plan = plan(List.of(new Tag("team", "risk")), List.of("cost-center"));
		assertThat(TagPlan.of(plan.before(), plan.payload().toString())).isEqualTo(plan);
	}

	@ParameterizedTest
	@ValueSource(strings = { "aws:x", "AWS:x", "understudy:operation", "Understudy:x" })
	void reservedKeysAreRefusedEitherWay(String key) {
		assertThat(errors(plan(List.of(new Tag(key, "x")), List.of()))).containsExactly("tags.reserved@/add/0/Key");
		assertThat(errors(plan(List.of(), List.of("team", key)))).containsExactly("tags.reserved@/remove/1");
	}

	@Test
	void theRulesOfTagsHold() {
		assertThat(errors(plan(List.of(new Tag("", "x")), List.of()))).containsExactly("key.too-short@/add/0/Key");
		assertThat(errors(plan(List.of(new Tag("k", "a\nb")), List.of())))
			.containsExactly("value.pattern@/add/0/Value");
		assertThat(errors(plan(List.of(new Tag("k", "1"), new Tag("k", "2")), List.of())))
			.containsExactly("tags.duplicate@/add/1/Key");
		assertThat(errors(plan(List.of(), List.of("k#")))).containsExactly("key.pattern@/remove/0");
	}

	@Test
	void aTagIsNotSetAndTakenAwayAtOnce() {
		assertThat(errors(plan(List.of(new Tag("team", "risk")), List.of("team"))))
			.containsExactly("tags.contradiction@/remove/0");
	}

	@Test
	void thereIsRoomForFortyEight() {
		assertThat(errors(plan(tags(46), List.of()))).isEmpty();
		assertThat(errors(plan(tags(47), List.of()))).containsExactly("tags.too-many@/add");
		assertThat(errors(plan(tags(47), List.of("team")))).isEmpty();
	}

	private static TagPlan plan(List<Tag> add, List<String> remove) {
		return TagPlan.of(Drafts.complete(), add, remove);
	}

	private static List<Tag> tags(int count) {
		return IntStream.range(0, count).mapToObj((i) -> new Tag("k" + i, "v")).toList();
	}

	private static List<String> errors(TagPlan plan) {
		return Judges.errors(plan.findings(Judges.of(Purpose.CREATE)));
	}

}
