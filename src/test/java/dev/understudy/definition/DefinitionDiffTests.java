package dev.understudy.definition;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DefinitionDiffTests {

	@Test
	void findsNothingBetweenEquals() {
		assertThat(DefinitionDiff.between(Drafts.complete(), Drafts.complete())).isEmpty();
	}

	@Test
	void tellsWhatWasChangedAddedAndRemoved() {
		Draft after = Drafts.change(Drafts.change(Drafts.with("/Name", "other"), "/KmsKey", null), "/Oops", 7);
		assertThat(spoken(Drafts.complete(), after)).containsExactly("/Name: \"fraud-v7-shadow\" -> \"other\"",
				"/KmsKey: \"alias/ml\" -> null", "/Oops: null -> 7");
	}

	@Test
	void tellsMemberByMemberWhatOnlyOneHas() {
		assertThat(spoken(Drafts.without("/Schedule"), Drafts.complete())).containsExactly(
				"/Schedule/StartTime: null -> \"2026-12-01T08:00:00Z\"",
				"/Schedule/EndTime: null -> \"2026-12-08T08:00:00Z\"");
		assertThat(spoken(Drafts.complete(), Drafts.without("/Tags/1")))
			.containsExactly("/Tags/1/Key: \"cost-center\" -> null", "/Tags/1/Value: \"\" -> null");
	}

	@Test
	void tellsAChangeOfTypeAsOne() {
		assertThat(spoken(Draft.parse("{\"Tags\":[1,2]}"), Draft.parse("{\"Tags\":{\"a\":1}}")))
			.containsExactly("/Tags: [1,2] -> {\"a\":1}");
		assertThat(spoken(Draft.empty(), Draft.parse("{\"Tags\":[]}"))).containsExactly("/Tags: null -> []");
	}

	private static List<String> spoken(Draft before, Draft after) {
		return DefinitionDiff.between(before, after)
			.stream()
			.map((it) -> "%s: %s -> %s".formatted(it.pointer(), it.before(), it.after()))
			.toList();
	}

}
