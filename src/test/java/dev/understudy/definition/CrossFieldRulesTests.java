package dev.understudy.definition;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rules about how values hang together, and the warnings.
 */
class CrossFieldRulesTests {

	private static final String SOURCE = "/ShadowModeConfig/SourceModelVariantName";

	private static final String SHADOW = "/ShadowModeConfig/ShadowModelVariants/0/ShadowModelVariantName";

	private static final String SAMPLING = "/ShadowModeConfig/ShadowModelVariants/0/SamplingPercentage";

	private static final String INSTANCE_TYPE = "/InfrastructureConfig/RealTimeInferenceConfig/InstanceType";

	private static final String END = "/Schedule/EndTime";

	private static final Instant NOW = Contexts.NOW;

	@Test
	void variantNamesAreDistinct() {
		assertThat(Checks.of(Drafts.with("/ModelVariants/1/VariantName", "production"))).containsExactly(
				"model-variants.duplicate@/ModelVariants/1/VariantName", "shadow-model-variant-name.unknown@" + SHADOW);
	}

	@Test
	void productionIsOneOfTheVariants() {
		Finding finding = Checks.one(Drafts.with(SOURCE, "Production"));
		assertThat(finding.rule()).isEqualTo("source-model-variant-name.unknown");
		assertThat(finding.pointer()).isEqualTo(SOURCE);
		assertThat(finding.message()).isEqualTo(
				"The production variant must be one of the model variants (\"production\", \"shadow\"). Given: \"Production\".");
	}

	@Test
	void theShadowIsOneOfTheVariants() {
		assertThat(Checks.of(Drafts.with(SHADOW, "other")))
			.containsExactly("shadow-model-variant-name.unknown@" + SHADOW);
	}

	@Test
	void theShadowIsNotProduction() {
		assertThat(Checks.of(Drafts.with(SHADOW, "production")))
			.containsExactly("shadow-model-variant-name.same@" + SHADOW);
	}

	@Test
	void thereIsExactlyOneShadow() {
		String list = "/ShadowModeConfig/ShadowModelVariants";
		Map<String, Object> shadow = Map.of("ShadowModelVariantName", "shadow", "SamplingPercentage", 100);
		assertThat(Checks.of(Drafts.with(list, List.of()))).containsExactly("shadow-model-variants.too-few@" + list);
		assertThat(Checks.of(Drafts.with(list, List.of(shadow, shadow))))
			.containsExactly("shadow-model-variants.too-many@" + list);
	}

	@Test
	void thereAreAtMostTwoVariants() {
		Draft three = Drafts.complete()
			.with("/ModelVariants/2", Drafts.complete().at("/ModelVariants/1"))
			.with("/ModelVariants/2/VariantName", Drafts.complete().at("/EndpointName"));
		assertThat(Checks.of(three)).containsExactly("model-variants.too-many@/ModelVariants");
		assertThat(Checks.of(Drafts.with("/ModelVariants", List.of())))
			.containsExactly("model-variants.too-few@/ModelVariants");
	}

	@Test
	void theRoleIsOnTheTargetsList() {
		Finding finding = Checks.one(Drafts.with("/RoleArn", "arn:aws:iam::111122223333:role/admin"));
		assertThat(finding.rule()).isEqualTo("role-arn.not-allowed");
		assertThat(finding.hint()).contains("arn:aws:iam::111122223333:role/shadow-gpu");
		assertThat(Checks.of(Drafts.with("/RoleArn", "arn:aws:iam::111122223333:role/shadow-gpu"))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "0|Allowed there: no role so far. An admin can add roles to the target.",
			"1|Allowed there: role-0. An admin can add roles to the target.",
			"7|Allowed there: role-0, role-1, role-2, role-3, role-4 and 2 more. An admin can add roles to the target." })
	void namesTheRolesThatAreAllowed(int count, String hint) {
		List<String> roles = IntStream.range(0, count).mapToObj((i) -> "role-" + i).toList();
		RuleContext context = new RuleContext(NOW, new TargetFacts("sandbox", "111122223333", "us-east-1", roles),
				Purpose.CREATE);
		assertThat(Checks.STANDARD.findings(Drafts.complete(), context)).extracting(Finding::hint)
			.containsExactly(hint);
	}

	@Test
	void theRoleBelongsToTheTargetsAccount() {
		assertThat(Checks.of(Drafts.with("/RoleArn", "arn:aws:iam::999922223333:role/shadow")))
			.containsExactly("role-arn.account@/RoleArn");
	}

	@Test
	void tagKeysAreUniqueAndCaseSensitive() {
		assertThat(Checks.of(Drafts.with("/Tags/1/Key", "team"))).containsExactly("tags.duplicate@/Tags/1/Key");
		assertThat(Checks.of(Drafts.with("/Tags/1/Key", "Team"))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "aws:x", "AWS:x", "aWs:", "understudy:operation", "Understudy:x" })
	void somePrefixesAreReserved(String key) {
		assertThat(Checks.of(Drafts.with("/Tags/0/Key", key))).containsExactly("tags.reserved@/Tags/0/Key");
	}

	@ParameterizedTest
	@ValueSource(strings = { "aws", "my-aws:x", "understudy" })
	void otherPrefixesAreFree(String key) {
		assertThat(Checks.of(Drafts.with("/Tags/0/Key", key))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "2026-12-01T08:00:00Z, schedule.end-before-start",
					"2026-12-01T07:59:59Z, schedule.end-before-start", "2026-12-01T08:00:01Z, schedule.too-short",
					"2026-12-01T08:59:59.999Z, schedule.too-short", "2026-12-01T09:00:00Z, -",
					"2026-12-01T10:00:00+01:00, -", "2026-12-31T08:00:00Z, -",
					"2026-12-31T08:00:00.001Z, schedule.too-long", "9999-12-31T23:59:59Z, schedule.too-long" })
	void runsFromOneHourToThirtyDays(String end, String rule) {
		List<String> findings = Checks.of(Drafts.with(END, end));
		assertThat(findings).isEqualTo((rule != null) ? List.of(rule + '@' + END) : List.of());
	}

	@Test
	void countsThirtyDaysFromNowWithoutAStart() {
		assertThat(Checks.of(endingAfter(Duration.ofDays(30)))).isEmpty();
		assertThat(Checks.of(endingAfter(Duration.ofDays(30).plusMillis(1))))
			.containsExactly("schedule.too-long@" + END);
	}

	@Test
	void endsAtLeastAnHourFromNow() {
		assertThat(Checks.of(endingAfter(Duration.ofHours(1)))).isEmpty();
		assertThat(Checks.of(endingAfter(Duration.ofHours(1).minusMillis(1))))
			.containsExactly("schedule.end-too-soon@" + END);
		assertThat(Checks.of(endingAfter(Duration.ofMillis(1)))).containsExactly("schedule.end-too-soon@" + END);
	}

	@ParameterizedTest
	@CsvSource({ "PT10M, PT40M, schedule.too-short", "PT30M, PT20M, schedule.end-before-start",
			"-PT10M, PT52M, schedule.end-too-soon" })
	void tellsOneMistakeOnce(Duration start, Duration end, String rule) {
		Draft draft = Drafts.change(endingAfter(end), "/Schedule/StartTime", NOW.plus(start).toString());
		assertThat(Checks.of(draft)).containsExactly(rule + '@' + END);
	}

	@Test
	void endsInTheFuture() {
		assertThat(Checks.of(endingAfter(Duration.ZERO))).containsExactly("schedule.end-past@" + END);
		assertThat(Checks.of(endingAfter(Duration.ofDays(-1)))).containsExactly("schedule.end-past@" + END);
	}

	@Test
	void forgivesAStartOfFifteenMinutesAgo() {
		String start = "/Schedule/StartTime";
		Draft draft = endingAfter(Duration.ofDays(2));
		assertThat(Checks.of(Drafts.change(draft, start, NOW.minusSeconds(900).toString()))).isEmpty();
		assertThat(Checks.of(Drafts.change(draft, start, NOW.minusSeconds(901).toString())))
			.containsExactly("schedule.start-past@" + start);
	}

	@ParameterizedTest
	@CsvSource({ "PT720H0.001S, a little more than 30 days", "PT24H, 1 day", "PT25H0M7S, 1 day 1 h 7 s",
			"PT0.001S, less than a second", "PT59M59.999S, a little more than 59 min 59 s" })
	void saysALengthWithoutTheZeros(Duration length, String spoken) {
		assertThat(Spoken.of(length)).isEqualTo(spoken);
	}

	@Test
	void saysTheMomentToTheSecond() {
		Draft draft = endingAfter(Duration.ZERO);
		assertThat(Checks.STANDARD.findings(draft, Contexts.sandbox(NOW.plusNanos(123_456_789))))
			.extracting(Finding::message)
			.containsExactly(
					"The test must end in the future. It ends 2026-11-24T08:00:00Z, and it is 2026-11-24T08:00:00Z.");
	}

	@Test
	void saysHowLongTheTestWouldRun() {
		Finding finding = Checks.one(Drafts.with(END, "2027-01-01T10:30:00Z"));
		assertThat(finding.message()).isEqualTo("A shadow test runs at most 30 days. This one runs 31 days 2 h 30 min,"
				+ " from 2026-12-01T08:00:00Z to 2027-01-01T10:30:00Z.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/Schedule", END })
	void warnsThatATestWithoutEndRunsSevenDays(String missing) {
		Finding finding = Checks.one(Drafts.without(missing));
		assertThat(finding.rule()).isEqualTo("schedule.no-end");
		assertThat(finding.severity()).isEqualTo(Severity.WARNING);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 99 })
	void warnsOfSamplingBelowHundred(int percent) {
		Finding finding = Checks.one(Drafts.with(SAMPLING, percent));
		assertThat(finding.rule()).isEqualTo("sampling-percentage.below-hundred");
		assertThat(finding.severity()).isEqualTo(Severity.WARNING);
	}

	@Test
	void warnsOfAShadowOnAnotherInstanceType() {
		Finding finding = Checks.one(Drafts.with("/ModelVariants/1" + INSTANCE_TYPE, "ml.g5.xlarge"));
		assertThat(finding.rule()).isEqualTo("instance-type.differs");
		assertThat(finding.pointer()).isEqualTo("/ModelVariants/1" + INSTANCE_TYPE);
		assertThat(finding.severity()).isEqualTo(Severity.WARNING);
	}

	@Test
	void warnsOfAnInstanceTypeItHasNotHeardOf() {
		Draft draft = Drafts.change(Drafts.with("/ModelVariants/0" + INSTANCE_TYPE, "ml.z99.xlarge"),
				"/ModelVariants/1" + INSTANCE_TYPE, "ml.z99.xlarge");
		assertThat(Checks.of(draft)).containsExactly("instance-type.unknown@/ModelVariants/0" + INSTANCE_TYPE,
				"instance-type.unknown@/ModelVariants/1" + INSTANCE_TYPE);
		assertThat(Checks.STANDARD.check(draft, Contexts.sandbox(NOW))).isInstanceOf(Verdict.Ready.class);
	}

	@Test
	void refusesInstancesShadowTestsCannotRunOn() {
		assertThat(Checks.of(Drafts.with("/ModelVariants/1" + INSTANCE_TYPE, "ml.inf1.xlarge"))).containsExactly(
				"instance-type.unsupported@/ModelVariants/1" + INSTANCE_TYPE,
				"instance-type.differs@/ModelVariants/1" + INSTANCE_TYPE);
	}

	@ParameterizedTest
	@CsvSource({ "s3://acme/capture,1", "s3://acme/SageMaker/capture,0", "s3://aws-glue-acme/,0",
			"s3://acme/Sagemaker/capture,0", "s3://acme/SAGEMAKER/capture,1", "s3://AWS-GLUE-acme/,1",
			"https://acme.s3.amazonaws.com/x,1" })
	void warnsOfACaptureBucketTheUsualPolicyDoesNotReach(String destination, int warnings) {
		assertThat(Checks.of(Drafts.with("/DataStorageConfig/Destination", destination)))
			.filteredOn("destination.not-sagemaker@/DataStorageConfig/Destination"::equals)
			.hasSize(warnings);
	}

	private static Draft endingAfter(Duration length) {
		return Drafts.change(Drafts.without("/Schedule/StartTime"), END, NOW.plus(length).toString());
	}

}
