package dev.understudy.delivery;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class SameMembersTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	@Test
	void whatIsMissingWhereItWasAskedForDiffers() {
		assertThat(same("{'Name':'a','KmsKey':'k'}", "{'Name':'a'}")).isFalse();
	}

	@Test
	void whatSageMakerFilledInDoesNotMatter() {
		assertThat(same("{'Name':'a'}", "{'Name':'a','Schedule':{'EndTime':'2026-12-01T00:00:00Z'}}")).isTrue();
	}

	@Test
	void tagsStandElsewhere() {
		assertThat(same("{'Name':'a','Tags':[{'Key':'team','Value':'fraud'}]}", "{'Name':'a'}")).isTrue();
	}

	@Test
	void timesAreTheSameToTheSecond() {
		assertThat(same("{'Schedule':{'StartTime':'2026-12-01T00:00:00.9Z'}}",
				"{'Schedule':{'StartTime':'2026-12-01T00:00:00Z'}}"))
			.isTrue();
		assertThat(same("{'Schedule':{'StartTime':'2026-12-01T00:00:01Z'}}",
				"{'Schedule':{'StartTime':'2026-12-01T00:00:00Z'}}"))
			.isFalse();
	}

	@Test
	void variantsComeInAnyOrder() {
		String one = "{'VariantName':'a','ModelName':'m1'}";
		String two = "{'VariantName':'b','ModelName':'m2'}";
		String other = "{'VariantName':'b','ModelName':'m3'}";
		assertThat(same("{'V':[%s,%s]}".formatted(one, two), "{'V':[%s,%s]}".formatted(two, one))).isTrue();
		assertThat(same("{'V':[%s,%s]}".formatted(one, two), "{'V':[%s,%s]}".formatted(one, other))).isFalse();
		assertThat(same("{'V':[%s]}".formatted(one), "{'V':[%s,%s]}".formatted(one, two))).isFalse();
	}

	@Test
	void numbersDiffer() {
		assertThat(same("{'SamplingPercentage':40}", "{'SamplingPercentage':41}")).isFalse();
		assertThat(same("{'SamplingPercentage':40}", "{'SamplingPercentage':40}")).isTrue();
	}

	private static boolean same(String asked, String seen) {
		return SameMembers.holds(JSON.readTree(asked.replace('\'', '"')), JSON.readTree(seen.replace('\'', '"')));
	}

}
