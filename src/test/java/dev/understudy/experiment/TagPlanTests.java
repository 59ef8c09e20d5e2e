package dev.understudy.experiment;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.understudy.definition.Change;
import dev.understudy.definition.Definition.Tag;
import dev.understudy.definition.Draft;
import dev.understudy.definition.Drafts;
import dev.understudy.definition.Finding;
import dev.understudy.definition.Purpose;

import static org.assertj.core.api.Assertions.assertThat;

class TagPlanTests {

	/** It asks for a role too, which is never as it was set. */
	private static final Judge TEAM_IS_FRAUD = (draft) -> Stream
		.concat(Stream.of("/RoleArn"), places(draft, "team", "fraud"))
		.map((pointer) -> Finding.error(pointer, "template.locked", "Asked for", null))
		.toList();

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

	@Test
	void whatIsSetForManyIsHeldWhateverElseChanges() {
		assertThat(errors(plan(List.of(new Tag("k", "1"), new Tag("team", "risk")), List.of()).breaches(TEAM_IS_FRAUD)))
			.containsExactly("template.locked@/add/1");
		assertThat(errors(plan(List.of(), List.of("cost-center", "team")).breaches(TEAM_IS_FRAUD)))
			.containsExactly("template.locked@/remove/1");
		assertThat(plan(List.of(new Tag("k", "1"), new Tag("team", "fraud")), List.of("cost-center"))
			.breaches(TEAM_IS_FRAUD)).isEmpty();
	}

	@Test
	void whatIsNotAsItWasSetAlreadyHoldsUpOnlyItsOwnChange() {
		Draft other = plan(List.of(new Tag("team", "risk")), List.of()).after();
		assertThat(TagPlan.of(other, List.of(new Tag("k", "1")), List.of("cost-center")).breaches(TEAM_IS_FRAUD))
			.isEmpty();
		assertThat(errors(TagPlan.of(other, List.of(new Tag("team", "ads")), List.of()).breaches(TEAM_IS_FRAUD)))
			.containsExactly("template.locked@/add/0");
		assertThat(TagPlan.of(other, List.of(new Tag("team", "fraud")), List.of()).breaches(TEAM_IS_FRAUD)).isEmpty();
	}

	private static TagPlan plan(List<Tag> add, List<String> remove) {
		return TagPlan.of(Drafts.complete(), add, remove);
	}

	private static List<Tag> tags(int count) {
		return IntStream.range(0, count).mapToObj((i) -> new Tag("k" + i, "v")).toList();
	}

	private static List<String> errors(List<Finding> findings) {
		return Judges.errors(findings);
	}

	private static Stream<String> places(Draft draft, String key, String value) {
		List<String> keys = draft.at("/Tags").valueStream().map((tag) -> tag.path("Key").asString()).toList();
		int index = keys.indexOf(key);
		if (index < 0) {
			return Stream.of("/Tags");
		}
		return draft.text("/Tags/%d/Value".formatted(index)).orElseThrow().equals(value) ? Stream.empty()
				: Stream.of("/Tags/%d/Value".formatted(index));
	}

	private static List<String> errors(TagPlan plan) {
		return Judges.errors(plan.findings(Judges.of(Purpose.CREATE)));
	}

}
