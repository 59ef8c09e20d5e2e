package dev.understudy.experiment.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.understudy.experiment.web.TagMerge.Clash;

import static org.assertj.core.api.Assertions.assertThat;

class TagMergeTests {

	private static final Map<String, String> SEEN = Map.of("team", "fraud", "cost", "1");

	@Test
	void whatOthersAddedIsKept() {
		TagMerge merge = TagMerge.of(form("team=risk", "cost=1"), SEEN,
				Map.of("team", "fraud", "cost", "1", "stage", "prod"));
		assertThat(merge.form().values())
			.containsExactlyInAnyOrderEntriesOf(Map.of("team", "risk", "cost", "1", "stage", "prod"));
		assertThat(merge.clashes()).containsExactly(new Clash("stage", null, "prod", "prod"));
	}

	@Test
	void whatWasNotTouchedIsAsItIsNow() {
		TagMerge merge = TagMerge.of(form("team=fraud", "cost=1", "new=x"), SEEN, Map.of("team", "risk"));
		assertThat(merge.form().values()).containsExactlyInAnyOrderEntriesOf(Map.of("team", "risk", "new", "x"));
		assertThat(merge.clashes()).containsExactly(new Clash("cost", "1", null, null),
				new Clash("team", "fraud", "risk", "risk"));
	}

	@Test
	void whereBothChangedTheSameWhatWasTypedStaysAndBothAreShown() {
		TagMerge merge = TagMerge.of(form("team=mine"), SEEN, Map.of("team", "theirs", "cost", "2"));
		assertThat(merge.form().values()).isEqualTo(Map.of("team", "mine"));
		assertThat(merge.clashes()).containsExactly(new Clash("cost", "1", "2", null),
				new Clash("team", "fraud", "theirs", "mine"));
	}

	@Test
	void whatBothAddedHasOneRow() {
		TagMerge merge = TagMerge.of(form("team=fraud", "cost=1", "stage=test"), SEEN,
				Map.of("team", "fraud", "cost", "1", "stage", "prod"));
		assertThat(merge.form().twice()).isNull();
		assertThat(merge.form().values()).containsEntry("stage", "test");
	}

	@Test
	void nothingClashesWhereNothingChangedMeanwhile() {
		TagForm typed = form("team=risk");
		assertThat(TagMerge.of(typed, SEEN, SEEN)).isEqualTo(new TagMerge(typed, List.of()));
	}

	private static TagForm form(String... tags) {
		return new TagForm(Arrays.stream(tags)
			.map((tag) -> tag.split("=", 2))
			.map((it) -> new TagRow(null, it[0], it[1]))
			.toList());
	}

}
