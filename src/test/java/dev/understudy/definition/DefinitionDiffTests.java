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
	void findsNothingWhereTheHashFindsNothing() {
		Draft otherwise = Drafts.change(Drafts.with("/Schedule/StartTime", "2026-12-01T10:00+02:00"),
				"/Schedule/EndTime", 1796716800);
		Draft tags = otherwise.with("/Tags/0", otherwise.at("/Tags/1")).with("/Tags/1", otherwise.at("/Tags/0"));
		assertThat(CanonicalForm.sha256(tags)).isEqualTo(CanonicalForm.sha256(Drafts.complete()));
		assertThat(DefinitionDiff.between(Drafts.complete(), tags)).isEmpty();
		assertThat(spoken(Drafts.complete(), Drafts.change(tags, "/Name", "other")))
			.containsExactly("/Name: \"fraud-v7-shadow\" -> \"other\"");
		Draft exact = Draft.parse("{\"Oops\":0.1}");
		assertThat(DefinitionDiff.between(exact, Draft.parse("{\"Oops\":0.10000000000000000001}"))).isEmpty();
	}

	@Test
	void findsAMomentThatCannotBeReadChanged() {
		assertThat(spoken(Drafts.with("/Schedule/EndTime", "soon"), Drafts.with("/Schedule/EndTime", "later")))
			.containsExactly("/Schedule/EndTime: \"soon\" -> \"later\"");
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
