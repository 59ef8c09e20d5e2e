package dev.understudy.experiment;

import java.time.Instant;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

import dev.understudy.definition.Draft;
import dev.understudy.definition.Drafts;

import static org.assertj.core.api.Assertions.assertThat;

class OffspringTests {

	private static final Instant BEFORE = Instant.parse("2026-11-23T00:00:00Z");

	@ParameterizedTest
	@CsvSource(textBlock = """
			fraud,      '',               fraud-2
			fraud,      fraud-2 fraud-3,  fraud-4
			fraud-7,    '',               fraud-8
			fraud-v7,   '',               fraud-v7-2
			fraud-9999, '',               fraud-10000
			""")
	void theNameCountsOnToOneThatIsFree(String name, String taken, String expected) {
		assertThat(named(name, Set.of(taken.split(" "))).name()).hasValue(expected);
	}

	@Test
	void aLongNameIsCutSoThatTheNumberFits() {
		String name = named("a".repeat(117) + "-bc", Set.of()).name().orElseThrow();
		assertThat(name).hasSizeLessThanOrEqualTo(120).isEqualTo("a".repeat(117) + "-2");
	}

	@Test
	void withoutANameThereIsNoneToGive() {
		assertThat(Offspring.of(Draft.empty(), BEFORE).named((it) -> true)).isEqualTo(Draft.empty());
	}

	@Test
	void timesThatArePastAreLeftOut() {
		Offspring half = Offspring.of(Drafts.complete(), Instant.parse("2026-12-01T08:00:00Z"));
		assertThat(half.isLate()).isTrue();
		assertThat(half.draft().startTime()).isEmpty();
		assertThat(half.draft().endTime()).isPresent();
		Offspring none = Offspring.of(Drafts.complete(), Instant.parse("2027-01-01T00:00:00Z"));
		assertThat(none.draft().at("/Schedule").isMissingNode()).isTrue();
		Offspring all = Offspring.of(Drafts.complete(), BEFORE);
		assertThat(all.isLate()).isFalse();
		assertThat(all.draft()).isEqualTo(Drafts.complete());
	}

	@Test
	void tagsThatOnlyAwsOrWeMaySetAreLeftOut() {
		Draft origin = Drafts.complete()
			.with("/Tags", JsonMapper.shared().readTree("""
					[{"Key":"understudy:operation","Value":"a/b"},{"Key":"team","Value":"x"},{"Key":"aws:k","Value":""}]"""));
		assertThat(Offspring.of(origin, BEFORE).draft().at("/Tags").toString())
			.isEqualTo("[{\"Key\":\"team\",\"Value\":\"x\"}]");
	}

	private static Draft named(String name, Set<String> taken) {
		Draft origin = Drafts.complete().with("/Name", JsonNodeFactory.instance.stringNode(name));
		return Offspring.of(origin, BEFORE).named(taken::contains);
	}

}
