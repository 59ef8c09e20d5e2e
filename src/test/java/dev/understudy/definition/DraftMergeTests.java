package dev.understudy.definition;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

import static org.assertj.core.api.Assertions.assertThat;

class DraftMergeTests {

	private static final Draft BASE = Drafts.complete();

	@Test
	void whatOnlyOneOfThemChangedIsAsThatOneHasIt() {
		Draft theirs = BASE.with("/Description", text("theirs")).with("/Schedule/EndTime", null);
		Draft mine = BASE.with("/ModelVariants/1/ModelName", text("fraud-v8"));
		Draft merged = DraftMerge.merge(BASE, theirs, mine, (pointer) -> true);
		assertThat(merged.document())
			.isEqualTo(theirs.with("/ModelVariants/1/ModelName", text("fraud-v8")).document());
		assertThat(DraftMerge.divergences(BASE, theirs, mine)).noneMatch(Divergence::isConflict)
			.extracting(Divergence::pointer)
			.containsExactlyInAnyOrder("/Description", "/Schedule/EndTime", "/ModelVariants/1/ModelName");
	}

	@Test
	void ofWhatBothChangedSomebodyChooses() {
		Draft theirs = BASE.with("/Description", text("theirs")).with("/EndpointName", text("their-endpoint"));
		Draft mine = BASE.with("/Description", text("mine")).with("/EndpointName", text("my-endpoint"));
		assertThat(DraftMerge.divergences(BASE, theirs, mine)).allMatch(Divergence::isConflict)
			.extracting(Divergence::pointer)
			.containsExactly("/Description", "/EndpointName");
		Draft merged = DraftMerge.merge(BASE, theirs, mine, "/Description"::equals);
		assertThat(merged.text("/Description")).hasValue("theirs");
		assertThat(merged.endpointName()).hasValue("my-endpoint");
	}

	@Test
	void whatBothChangedAlikeIsNoQuestion() {
		Draft both = BASE.with("/Description", text("same"));
		assertThat(DraftMerge.divergences(BASE, both, both)).isEmpty();
		assertThat(DraftMerge.merge(BASE, both, both, (pointer) -> false).document()).isEqualTo(both.document());
	}

	@Test
	void timesThatMeanTheSameAreNoQuestion() {
		Draft mine = BASE.with("/Schedule/EndTime", text("2026-12-08T09:00:00+01:00"));
		assertThat(DraftMerge.divergences(BASE, BASE, mine)).isEmpty();
	}

	@Test
	void tagsAreToldApartByTheirKeys() {
		Draft theirs = BASE.with("/Tags", json("[{'Key':'cost-center','Value':'7'},{'Key':'theirs','Value':'1'}]"));
		Draft mine = BASE.with("/Tags", json(
				"[{'Key':'mine','Value':'2'},{'Key':'team','Value':'fraud'},{'Key':'cost-center','Value':'8'}]"));
		assertThat(DraftMerge.divergences(BASE, theirs, mine).stream().filter(Divergence::isConflict))
			.extracting(Divergence::pointer)
			.containsExactly("/Tags/cost-center");
		assertThat(DraftMerge.merge(BASE, theirs, mine, (pointer) -> false).at("/Tags")).isEqualTo(
				json("[{'Key':'cost-center','Value':'8'},{'Key':'theirs','Value':'1'},{'Key':'mine','Value':'2'}]"));
	}

	@Test
	void tagsWithoutKeysOfTheirOwnAreOneValue() {
		Draft theirs = BASE.with("/Tags", json("[{'Key':'a','Value':'1'},{'Key':'a','Value':'2'}]"));
		Draft mine = BASE.with("/Tags", json("['odd']"));
		assertThat(DraftMerge.divergences(BASE, theirs, mine)).extracting(Divergence::pointer).containsExactly("/Tags");
	}

	@Test
	void aListThatBecameLongerIsOneValue() {
		Draft mine = BASE.with("/ModelVariants/2", json("{'VariantName':'third'}"));
		Draft theirs = BASE.with("/ModelVariants/0/ModelName", text("other"));
		assertThat(DraftMerge.divergences(BASE, theirs, mine)).extracting(Divergence::pointer)
			.containsExactly("/ModelVariants");
	}

	@Test
	void takingOutAnObjectThatTheOtherChangedIsAQuestionAboutWhatChanged() {
		Draft theirs = BASE.with("/Schedule/EndTime", text("2026-12-09T08:00:00Z"));
		Draft mine = BASE.with("/Schedule", null);
		assertThat(DraftMerge.divergences(BASE, theirs, mine).stream().filter(Divergence::isConflict))
			.extracting(Divergence::pointer)
			.containsExactly("/Schedule/EndTime");
		assertThat(DraftMerge.merge(BASE, theirs, mine, (pointer) -> false).at("/Schedule").isMissingNode()).isTrue();
		assertThat(DraftMerge.merge(BASE, theirs, mine, (pointer) -> true).at("/Schedule"))
			.isEqualTo(json("{'EndTime':'2026-12-09T08:00:00Z'}"));
	}

	@ParameterizedTest
	@CsvSource({ "true", "false" })
	void aSideThatChangedNothingGivesWayWhateverTheOtherDid(boolean theirs) {
		long seed = new Random().nextLong();
		Random random = new Random(seed);
		for (int i = 0; i < 500; i++) {
			Draft changed = changed(random);
			assertThat(DraftMerge.merge(BASE, changed, BASE, (pointer) -> theirs).document()).as("seed %d", seed)
				.isEqualTo(changed.document());
			assertThat(CanonicalForm.of(DraftMerge.merge(BASE, BASE, changed, (pointer) -> theirs)))
				.as("seed %d", seed)
				.isEqualTo(CanonicalForm.of(changed));
		}
	}

	@Test
	void whoeverChoosesOneSideForAllLosesNothingOfIt() {
		long seed = new Random().nextLong();
		Random random = new Random(seed);
		for (int i = 0; i < 500; i++) {
			Draft theirs = changed(random);
			Draft mine = changed(random);
			Draft merged = DraftMerge.merge(BASE, theirs, mine, (pointer) -> false);
			assertThat(DraftMerge.divergences(BASE, merged, mine)).as("seed %d", seed)
				.noneMatch(Divergence::changedByMe);
		}
	}

	/** The base with up to four members set, taken out or made something else. */
	private static Draft changed(Random random) {
		List<String> places = List.of("/Name", "/Description", "/Schedule", "/Schedule/EndTime", "/KmsKey",
				"/ModelVariants/0/ModelName", "/ModelVariants/1/InfrastructureConfig", "/DataStorageConfig/KmsKey",
				"/DataStorageConfig", "/ShadowModeConfig/SourceModelVariantName", "/Unknown");
		Draft draft = BASE;
		for (int i = random.nextInt(5); i > 0; i--) {
			JsonNode value = switch (random.nextInt(4)) {
				case 0 -> null;
				case 1 -> json("{'Odd':%d}".formatted(random.nextInt(3)));
				case 2 -> JsonNodeFactory.instance.numberNode(random.nextInt(3));
				default -> text("text " + random.nextInt(3));
			};
			draft = draft.with(places.get(random.nextInt(places.size())), value);
		}
		return draft;
	}

	private static JsonNode text(String text) {
		return JsonNodeFactory.instance.stringNode(text);
	}

	private static JsonNode json(String text) {
		return JsonMapper.shared().readTree(text.replace('\'', '"'));
	}

}
