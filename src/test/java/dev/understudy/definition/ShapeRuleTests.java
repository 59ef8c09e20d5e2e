package dev.understudy.definition;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Every field just inside its limits, just outside, and absurd.
 */
class ShapeRuleTests {

	private static final String VARIANT = "/ModelVariants/1";

	private static final String INSTANCES = VARIANT + "/InfrastructureConfig/RealTimeInferenceConfig";

	private static final String SHADOW = "/ShadowModeConfig/ShadowModelVariants/0";

	private static final String CAPTURE = "/DataStorageConfig";

	private static final String CSV = CAPTURE + "/ContentType/CsvContentTypes";

	private static final String HUGE = "x".repeat(200_000);

	@Test
	void acceptsTheCompleteDraft() {
		assertThat(Checks.of(Drafts.complete())).isEmpty();
	}

	@Test
	void asksForEveryRequiredMemberOfAnEmptyDraft() {
		assertThat(Checks.of(Drafts.empty())).containsExactly("name.required@/Name", "type.required@/Type",
				"role-arn.required@/RoleArn", "endpoint-name.required@/EndpointName",
				"model-variants.required@/ModelVariants", "shadow-mode-config.required@/ShadowModeConfig",
				"schedule.no-end@/Schedule/EndTime");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/Name", "/Type", "/RoleArn", "/EndpointName", "/ModelVariants", VARIANT + "/VariantName",
			VARIANT + "/ModelName", VARIANT + "/InfrastructureConfig",
			VARIANT + "/InfrastructureConfig/InfrastructureType", INSTANCES, INSTANCES + "/InstanceType",
			INSTANCES + "/InstanceCount", "/ShadowModeConfig", "/ShadowModeConfig/SourceModelVariantName",
			"/ShadowModeConfig/ShadowModelVariants", SHADOW + "/ShadowModelVariantName", SHADOW + "/SamplingPercentage",
			CAPTURE + "/Destination", "/Tags/0/Key", "/Tags/0/Value" })
	void asksForARequiredMember(String pointer) {
		String rule = Kebab.of(pointer.substring(pointer.lastIndexOf('/') + 1)) + ".required@" + pointer;
		assertThat(Checks.of(Drafts.without(pointer))).contains(rule)
			.filteredOn((it) -> it.contains("required"))
			.hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/Description", "/Schedule/StartTime", CAPTURE, CAPTURE + "/KmsKey",
			CAPTURE + "/ContentType", CSV, "/KmsKey", "/Tags" })
	void doesWithoutAnOptionalMember(String pointer) {
		assertThat(Checks.of(Drafts.without(pointer))).isEmpty();
	}

	static Stream<Arguments> inside() {
		String longestName = "a".repeat(63);
		return Stream.of(arguments("/Name", "a"), arguments("/Name", "a--" + "b".repeat(117)),
				arguments("/Description", ""), arguments("/Description", "x".repeat(1024)),
				arguments("/Description", "\uD83D\uDE00".repeat(1024)),
				arguments("/Description", "naïve \uD83D\uDE00 tab\tand \u202E"),
				arguments("/EndpointName", longestName), arguments("/EndpointName", "7"),
				arguments(VARIANT + "/ModelName", "a" + "-".repeat(61) + "b"),
				arguments(INSTANCES + "/InstanceCount", 1), arguments(INSTANCES + "/InstanceCount", Integer.MAX_VALUE),
				arguments(INSTANCES + "/InstanceCount", 2.0), arguments(SHADOW + "/SamplingPercentage", 100),
				arguments(SHADOW + "/SamplingPercentage", 100.0), arguments("/KmsKey", ""),
				arguments("/KmsKey", "k".repeat(2048)),
				arguments("/KmsKey", "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"),
				arguments(CAPTURE + "/Destination", "s3://sagemaker/" + "x".repeat(497)),
				arguments(CAPTURE + "/Destination", "https://sagemaker.s3.amazonaws.com/x"),
				arguments(CSV, Collections.nCopies(10, "text/csv")), arguments(CSV, List.of("text/" + "x".repeat(251))),
				arguments(CSV, List.of("application/vnd-api.json")), arguments("/Tags", List.of()),
				arguments("/Tags/0/Key", "k".repeat(128)), arguments("/Tags/0/Key", "Größe der_Maschine.:/=+-@"),
				arguments("/Tags/0/Value", "v".repeat(256)), arguments("/Tags", tags(48)),
				arguments("/Schedule/StartTime", "2026-12-01T09:00:00.123456789+01:00"),
				arguments("/Schedule/StartTime", "2026-12-01T08:00Z"), arguments("/Schedule/StartTime", 1796112000),
				arguments("/Schedule/StartTime", 1796112000.678));
	}

	@ParameterizedTest
	@MethodSource
	void inside(String pointer, Object value) {
		assertThat(Checks.of(Drafts.with(pointer, value))).isEmpty();
	}

	static Stream<Arguments> outside() {
		return Stream.of(arguments("/Name", "", "name.too-short"), arguments("/Name", " ", "name.pattern"),
				arguments("/Name", "a".repeat(121), "name.too-long"), arguments("/Name", HUGE, "name.too-long"),
				arguments("/Name", "a_b", "name.pattern"), arguments("/Name", "-a", "name.pattern"),
				arguments("/Name", "a-", "name.pattern"), arguments("/Name", "a\n", "name.pattern"),
				arguments("/Name", "é", "name.pattern"), arguments("/Name", "\uD83D\uDE00", "name.pattern"),
				arguments("/Type", "shadowmode", "type.not-allowed"), arguments("/Type", HUGE, "type.not-allowed"),
				arguments("/Description", "x".repeat(1025), "description.too-long"),
				arguments("/Description", "one\r\ntwo", "description.pattern"),
				arguments("/Description", "one\u2028two", "description.pattern"),
				arguments("/RoleArn", "a".repeat(19), "role-arn.too-short"),
				arguments("/RoleArn", "arn:aws:iam::11112222333:role/shadow", "role-arn.pattern"),
				arguments("/RoleArn", "arn:aws:iam::111122223333:role/sha dow", "role-arn.pattern"),
				arguments("/RoleArn", "arn:aws:iam::111122223333:user/shadow", "role-arn.pattern"),
				arguments("/RoleArn", "arn:aws:iam::111122223333:role/" + "x".repeat(2018), "role-arn.too-long"),
				arguments("/EndpointName", "a".repeat(64), "endpoint-name.too-long"),
				arguments("/EndpointName", "", "endpoint-name.too-short"),
				arguments("/EndpointName", "fraud.prod", "endpoint-name.pattern"),
				arguments(VARIANT + "/ModelName", "a".repeat(64), "model-name.too-long"),
				arguments(VARIANT + "/ModelName", "-", "model-name.pattern"),
				arguments(VARIANT + "/InfrastructureConfig/InfrastructureType", "Batch",
						"infrastructure-type.not-allowed"),
				arguments(INSTANCES + "/InstanceType", "m5.xlarge", "instance-type.pattern"),
				arguments(INSTANCES + "/InstanceType", "ml." + "x".repeat(62), "instance-type.too-long"),
				arguments(INSTANCES + "/InstanceCount", 0, "instance-count.range"),
				arguments(INSTANCES + "/InstanceCount", -1, "instance-count.range"),
				arguments(INSTANCES + "/InstanceCount", 2147483648L, "instance-count.range"),
				arguments(INSTANCES + "/InstanceCount", BigInteger.TEN.pow(300), "instance-count.range"),
				arguments(SHADOW + "/SamplingPercentage", 0, "sampling-percentage.range"),
				arguments(SHADOW + "/SamplingPercentage", 101, "sampling-percentage.range"),
				arguments(SHADOW + "/SamplingPercentage", 39.9, "sampling-percentage.type"),
				arguments(SHADOW + "/SamplingPercentage", "40", "sampling-percentage.type"),
				arguments("/KmsKey", "k".repeat(2049), "kms-key.too-long"),
				arguments("/KmsKey", "alias ml", "kms-key.pattern"),
				arguments(CAPTURE + "/KmsKey", "*", "kms-key.pattern"),
				arguments(CAPTURE + "/Destination", "", "destination.pattern"),
				arguments(CAPTURE + "/Destination", "s3:/sagemaker", "destination.pattern"),
				arguments(CAPTURE + "/Destination", "s3:///sagemaker\n", "destination.pattern"),
				arguments(CAPTURE + "/Destination", "s3://sagemaker/" + "x".repeat(498), "destination.too-long"),
				arguments(CSV, List.of(), "csv-content-types.too-few"),
				arguments(CSV, Collections.nCopies(11, "text/csv"), "csv-content-types.too-many"),
				arguments(CSV, "text/csv", "csv-content-types.type"),
				arguments(CAPTURE + "/ContentType/JsonContentTypes", List.of(), "json-content-types.too-few"),
				arguments("/Tags", tags(49), "tags.too-many"),
				arguments("/Schedule/StartTime", "tomorrow", "start-time.pattern"),
				arguments("/Schedule/StartTime", "2026-12-01", "start-time.pattern"),
				arguments("/Schedule/StartTime", "2026-12-01T08:00:00", "start-time.pattern"),
				arguments("/Schedule/StartTime", "2026-02-30T08:00:00Z", "start-time.pattern"),
				arguments("/Schedule/StartTime", "1969-12-31T23:59:59Z", "start-time.pattern"),
				arguments("/Schedule/StartTime", "+10000-01-01T00:00:00Z", "start-time.pattern"),
				arguments("/Schedule/StartTime", -1, "start-time.pattern"),
				arguments("/Schedule/StartTime", 1.0e300, "start-time.pattern"),
				arguments("/Schedule/StartTime", true, "start-time.type"));
	}

	@ParameterizedTest
	@MethodSource
	void outside(String pointer, Object value, String rule) {
		assertThat(Checks.of(Drafts.with(pointer, value))).containsExactly(rule + '@' + pointer);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "text|csv-content-types.pattern", "text/|csv-content-types.pattern",
			"application/vnd.api+json|csv-content-types.pattern", "''|csv-content-types.too-short" })
	void pointsAtTheContentTypeThatIsWrong(String contentType, String rule) {
		assertThat(Checks.of(Drafts.with(CSV, List.of("text/csv", contentType))))
			.containsExactly(rule + '@' + CSV + "/1");
		assertThat(Checks.of(Drafts.with(CSV, List.of("text/" + "x".repeat(252)))))
			.containsExactly("csv-content-types.too-long@" + CSV + "/0");
	}

	@ParameterizedTest
	@CsvSource({ "Key,'',key.too-short", "Key,a#b,key.pattern", "Value,a#b,value.pattern" })
	void looksIntoEachTag(String member, String text, String rule) {
		assertThat(Checks.of(Drafts.with("/Tags/1/" + member, text))).containsExactly(rule + "@/Tags/1/" + member);
	}

	@Test
	void limitsTheLengthOfTags() {
		assertThat(Checks.of(Drafts.with("/Tags/0/Key", "k".repeat(129)))).containsExactly("key.too-long@/Tags/0/Key");
		assertThat(Checks.of(Drafts.with("/Tags/0/Value", "v".repeat(257))))
			.containsExactly("value.too-long@/Tags/0/Value");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/Name", "/Type", "/Description", "/RoleArn", "/EndpointName", "/ModelVariants",
			"/ModelVariants/0", "/ShadowModeConfig", "/ShadowModeConfig/ShadowModelVariants", SHADOW, "/Schedule",
			"/Schedule/StartTime", "/Schedule/EndTime", CAPTURE, CAPTURE + "/ContentType", CSV, "/KmsKey", "/Tags",
			"/Tags/0", "/Tags/0/Value", INSTANCES, INSTANCES + "/InstanceType", INSTANCES + "/InstanceCount" })
	void givesOneFindingForAValueOfAWrongType(String pointer) {
		List<String> findings = Checks.of(Drafts.with(pointer, true));
		assertThat(findings).filteredOn((it) -> it.endsWith('@' + pointer))
			.singleElement()
			.asString()
			.contains(".type@");
		assertThat(findings).noneMatch((it) -> it.contains(pointer + '/'));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "/ModelVariants|The list of model variants must be a list. Given: true.",
			"/ModelVariants/0|A model variant must be an object. Given: true.",
			"/ShadowModeConfig/ShadowModelVariants|The list of shadow variants must be a list. Given: true.",
			SHADOW + "|A shadow variant must be an object. Given: true.",
			CSV + "|The list of CSV content types must be a list. Given: true.",
			CSV + "/0|A CSV content type must be text. Given: true.",
			CAPTURE + "/ContentType/JsonContentTypes/0|A JSON content type must be text. Given: true.",
			"/Tags|The list of tags must be a list. Given: true.", "/Tags/0|A tag must be an object. Given: true." })
	void speaksOfTheItemWhereAnItemIsWrong(String pointer, String message) {
		assertThat(Checks.STANDARD.findings(Drafts.with(pointer, true), Contexts.sandbox(Contexts.NOW)))
			.filteredOn((finding) -> finding.pointer().equals(pointer))
			.extracting(Finding::message)
			.containsExactly(message);
	}

	@Test
	void keepsNullInAListToSaySo() {
		assertThat(Checks.of(Drafts.with(CSV, Collections.singletonList(null))))
			.containsExactly("csv-content-types.type@" + CSV + "/0");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/ModelVariants/0", "/ModelVariants/0/InfrastructureConfig", INSTANCES,
			"/ShadowModeConfig", SHADOW, "/Schedule", CAPTURE, CAPTURE + "/ContentType", "/Tags/0" })
	void refusesUnknownMembersAtEveryLevel(String parent) {
		assertThat(Checks.of(Drafts.with(parent + "/name", Map.of("a", 1))))
			.containsExactly("unknown-member@" + parent + "/name");
	}

	@Test
	void escapesThePointerOfAnUnknownMember() {
		assertThat(Checks.of(Drafts.with("/a~1b~0c", 1))).containsExactly("unknown-member@/a~1b~0c");
	}

	@Test
	void saysWhatIsAllowedAndWhatWasGiven() {
		Finding finding = Checks.one(Drafts.with("/Name", "x".repeat(500)));
		assertThat(finding.message()).isEqualTo(
				"The name may have at most 120 characters. Given: 500, beginning \"%s…\".".formatted("x".repeat(57)));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "0|0", "2147483648|2147483648" })
	void saysBothEndsOfARange(long given, String shown) {
		assertThat(Checks.one(Drafts.with(INSTANCES + "/InstanceCount", given)).message())
			.isEqualTo("The instance count must be a whole number from 1 to 2147483647. Given: " + shown + '.');
	}

	@Test
	void saysOfEmptyTextThatItIsEmpty() {
		assertThat(Checks.one(Drafts.with("/Name", "")).message()).isEqualTo("The name must not be empty.");
		assertThat(Checks.one(Drafts.with("/RoleArn", "short")).message())
			.isEqualTo("The execution role must have at least 20 characters. Given: \"short\".");
	}

	@Test
	void countsCharactersAsPeopleDo() {
		Finding finding = Checks.one(Drafts.with("/Description", "\uD83D\uDE00".repeat(1025)));
		assertThat(finding.message()).startsWith("The description may have at most 1024 characters. Given: 1025,");
	}

	@Test
	void showsNothingInvisible() {
		Finding finding = Checks.one(Drafts.with("/Name", "a\u0007\r\n\u202Eb{label}"));
		assertThat(finding.message()).endsWith("Given: \"a\\u0007\\u000d\\u000a\\u202eb{label}\".");
	}

	private static List<Map<String, String>> tags(int count) {
		return IntStream.range(0, count).mapToObj((i) -> Map.of("Key", "key" + i, "Value", "")).toList();
	}

}
