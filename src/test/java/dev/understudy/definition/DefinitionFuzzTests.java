package dev.understudy.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.understudy.Aside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/**
 * Thousands of complete drafts with something broken in each. A failure prints the seed;
 * {@code -Dunderstudy.fuzz.seed=…} runs it again.
 */
@Aside
class DefinitionFuzzTests {

	private static final int DRAFTS = 20_000;

	private static final long SEED = Long.getLong("understudy.fuzz.seed", System.nanoTime());

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final List<String> VALUES = List.of("null", "true", "0", "1", "-1", "100", "101", "39.9", "2.0",
			"1e300", "1796112000", "\"\"", "\" \"", "\"production\"", "\"shadow\"", "\"a_b\"", "\"\\r\\n\"",
			"\"\\ud83d\\ude00\"", "\"{label}\"", "\"aws:x\"", "\"ml.g5.xlarge\"", "\"ml.z.z\"",
			"\"2026-12-20T08:00:00Z\"", "\"2026-12-20T08:00:00+14:00\"", "\"application/json\"", "\"s3://b/\"",
			"\"arn:aws:iam::111122223333:role/shadow\"", "[]", "{}", "[[]]", "[null]", "[\"text/csv\"]",
			"{\"Name\":\"x\"}", "\"" + "x".repeat(5_000) + "\"");

	private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

	@Test
	void neverThrowsAndMakesADefinitionOfEveryDraftThatIsReady() {
		int ready = 0;
		for (int i = 0; i < DRAFTS; i++) {
			Draft draft = broken();
			try {
				ready += judge(draft) ? 1 : 0;
			}
			catch (RuntimeException | AssertionError ex) {
				fail("Seed %d, draft %d: %s".formatted(SEED, i, draft.json()), ex);
			}
		}
		assertThat(ready).as("ready with seed %d", SEED).isBetween(DRAFTS / 100, DRAFTS * 9 / 10);
	}

	private Draft broken() {
		Draft draft = Drafts.complete();
		for (int i = 1 + this.random.nextInt(3); i > 0; i--) {
			draft = broken(draft);
		}
		return draft;
	}

	private Draft broken(Draft draft) {
		List<String> pointers = new ArrayList<>();
		collect(draft.at(""), "", pointers);
		String pointer = pointers.get(this.random.nextInt(pointers.size()));
		if (this.random.nextInt(4) == 0) {
			return draft.with(pointer, null);
		}
		if (this.random.nextInt(6) == 0) {
			return draft.with(pointer, draft.at(pointers.get(this.random.nextInt(pointers.size()))));
		}
		JsonNode value = JSON.readTree(VALUES.get(this.random.nextInt(VALUES.size())));
		boolean unknown = this.random.nextInt(8) == 0 && draft.at(pointer).isObject();
		return draft.with(unknown ? pointer + "/Unknown" : pointer, value);
	}

	private static void collect(JsonNode node, String pointer, List<String> pointers) {
		if (!pointer.isEmpty()) {
			pointers.add(pointer);
		}
		for (String name : node.propertyNames()) {
			collect(node.path(name), Pointers.member(pointer, name), pointers);
		}
		for (int i = 0; node.isArray() && i < node.size(); i++) {
			collect(node.path(i), Pointers.item(pointer, i), pointers);
		}
	}

	private static boolean judge(Draft draft) {
		assertThat(Draft.parse(draft.json())).isEqualTo(draft);
		assertThat(CanonicalForm.sha256(Draft.parse(CanonicalForm.of(draft)))).isEqualTo(CanonicalForm.sha256(draft));
		for (Purpose purpose : List.of(Purpose.UPDATE, Purpose.TEMPLATE)) {
			assertSpeakable(Checks.STANDARD.findings(draft, Contexts.sandbox(Contexts.NOW, purpose)));
		}
		Verdict verdict = Checks.STANDARD.check(draft, Contexts.sandbox(Contexts.NOW));
		assertSpeakable(verdict.findings());
		if (!(verdict instanceof Verdict.Ready(Definition definition, List<Finding> warnings))) {
			assertThat(verdict.findings()).anyMatch(Finding::forbids);
			return false;
		}
		assertThat(warnings).noneMatch(Finding::forbids);
		assertThat(definition.variants()).hasSize(2);
		assertThat(definition.samplingPercentage()).isBetween(1, 100);
		assertThat(List.of(definition.name(), definition.roleArn(), definition.endpointName())).doesNotContain("");
		assertThat(definition.tags()).hasSizeLessThanOrEqualTo(48);
		definition.dataCapture();
		definition.schedule();
		assertThat(Definition.thaw(definition.json())).isEqualTo(definition);
		return true;
	}

	private static void assertSpeakable(List<Finding> findings) {
		assertThat(Checks.STANDARD.ids()).containsAll(findings.stream().map(Finding::rule).toList());
		for (Finding finding : findings) {
			assertThat(finding.message()).hasSizeLessThan(500)
				.matches((text) -> text.chars().noneMatch(Character::isISOControl));
		}
	}

}
