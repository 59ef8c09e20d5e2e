package dev.understudy.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ShapeValidatorTests {

	/** By shape: a text that matches its pattern, and one that almost does. */
	private static final Map<String, List<String>> PATTERNS = Map.ofEntries(
			entry("CsvContentType", List.of("text/csv", "text/csv+x")),
			entry("JsonContentType", List.of("application/vnd-api.json", "application/vnd.api+json")),
			entry("DestinationS3Uri", List.of("s3://acme-sagemaker/capture/", "s3:///capture")),
			entry("EndpointConfigName", List.of("fraud-prod-2", "fraud-prod-")),
			entry("EndpointConfigNameContains", List.of("-prod-", "fraud_")),
			entry("EndpointName", List.of("fraud--prod", "fraud.prod")),
			entry("EndpointNameContains", List.of("-prod-", "fraud_")),
			entry("InferenceExperimentDescription", List.of("one line", "two\nlines")),
			entry("InferenceExperimentName", List.of("fraud-v7-shadow", "fraud-v7_shadow")),
			entry("InferenceExperimentStatusReason", List.of("one line", "two\nlines")),
			entry("KmsKeyId", List.of("arn:aws:kms:us-east-1:111122223333:key/1234-ab", "alias/ml.key")),
			entry("ModelName", List.of("fraud-v6", "-fraud-v6")), entry("ModelNameContains", List.of("-v6", "v6.")),
			entry("ModelVariantName", List.of("AllTraffic", "All Traffic")),
			entry("NameContains", List.of("-v7-", "v7_")), entry("NextToken", List.of("a+/=", "a\n")),
			entry("PaginationToken", List.of("a+/=", "a\n")), entry("XmlString", List.of("a b", "a\u0001b")),
			entry("ResourceArn",
					List.of("arn:aws:sagemaker:us-east-1:111122223333:inference-experiment/x",
							"arn:aws:sagemaker:us-east-1:11112222333:inference-experiment/x")),
			entry("RoleArn",
					List.of("arn:aws-cn:iam::111122223333:role/service-role/x",
							"arn:aws:iam::111122223333:user/shadow")),
			entry("TagKey", List.of("Größe der_Maschine.:/=+-@", "a#b")),
			entry("TagValue", List.of("Größe der_Maschine.:/=+-@", "a*b")));

	private final Shapes shapes = new Shapes();

	private final ShapeValidator validator = new ShapeValidator(this.shapes);

	private final WireReader reader = new WireReader(this.shapes);

	/**
	 * Every constraint of every shape in the table: the last value inside, the first
	 * outside.
	 */
	@TestFactory
	Stream<DynamicTest> everyConstraintHoldsAtItsEdge() {
		List<DynamicTest> tests = new ArrayList<>();
		for (String name : this.shapes.names()) {
			Shape shape = this.shapes.get(name);
			if (shape.max() != null) {
				edge(tests, name + " at most " + shape.max(), name, sized(shape, shape.max()),
						sized(shape, shape.max() + 1), "less than or equal to " + shape.max());
			}
			if (shape.min() != null) {
				edge(tests, name + " at least " + shape.min(), name, sized(shape, shape.min()),
						sized(shape, shape.min() - 1), "greater than or equal to " + shape.min());
			}
			if (!shape.enumeration().isEmpty()) {
				shape.enumeration().forEach((value) -> tests.add(accepted(name, text(value))));
				tests.add(refused(name, text("Nonsense"),
						"Member must satisfy enum value set: [" + shape.enumeration().getFirst()));
			}
			if (shape.pattern() != null && !shape.pattern().pattern().equals(".*")) {
				tests.add(refused(name, text("\u0001\n"), "regular expression pattern: " + shape.pattern()));
			}
			for (String member : shape.required()) {
				tests.add(refused(name, Json.object(),
						"Value null at 'x.%s' failed to satisfy constraint: Member must not be null"
							.formatted(ShapeValidator.lowerCamel(member))));
			}
		}
		assertThat(tests).hasSizeGreaterThan(300);
		return tests.stream();
	}

	@ParameterizedTest
	@CsvSource({ "Name, fraud-v7-shadow, fraud_v7", "Name, a--b, -a", "Name, A9, a-",
			"RoleArn, arn:aws:iam::111122223333:role/shadow, arn:aws:iam::1111:role/shadow-x",
			"RoleArn, arn:aws-cn:iam::111122223333:role/service-role/x, arn:aws:iam::111122223333:user/shadow",
			"EndpointName, fraud-prod, fraud.prod", "KmsKey, alias/ml, alias ml",
			"Description, 'one line', 'two\nlines'" })
	void textsMatchTheirPatternAsAWhole(String member, String good, String bad) {
		validate(Requests.create("test").put(member, good));
		assertThatThrownBy(() -> validate(Requests.create("test").put(member, bad))).hasMessage(
				"1 validation error detected: Value '%s' at '%s' failed to satisfy constraint: Member must satisfy regular expression pattern: %s",
				bad, ShapeValidator.lowerCamel(member), pattern(member));
	}

	@TestFactory
	Stream<DynamicTest> everyPatternTakesWhatMatchesAndRefusesWhatAlmostDoes() {
		assertThat(this.shapes.names()).filteredOn((name) -> this.shapes.get(name).pattern() != null)
			.containsExactlyInAnyOrderElementsOf(PATTERNS.keySet());
		return PATTERNS.entrySet()
			.stream()
			.flatMap((pattern) -> Stream.of(accepted(pattern.getKey(), text(pattern.getValue().getFirst())), refused(
					pattern.getKey(), text(pattern.getValue().getLast()),
					"1 validation error detected: Value '%s' at 'x' failed to satisfy constraint: Member must satisfy regular expression pattern: %s"
						.formatted(pattern.getValue().getLast(), this.shapes.get(pattern.getKey()).pattern()))));
	}

	@Test
	void aCompleteRequestIsAccepted() {
		validate(Requests.complete("test"));
	}

	@Test
	void severalErrorsAreCountedAndJoined() {
		ObjectNode request = Requests.create("a_b");
		request.remove("RoleArn");
		((ObjectNode) request.path("ModelVariants").path(0)).put("VariantName", "a_b");
		request.put("Type", "Canary");
		assertThatThrownBy(() -> validate(request)).hasMessageStartingWith("4 validation errors detected: ")
			.hasMessageContaining(
					"; Value 'Canary' at 'type' failed to satisfy constraint: Member must satisfy enum value set: [ShadowMode]")
			.hasMessageContaining("; Value null at 'roleArn' failed to satisfy constraint: Member must not be null")
			.hasMessageContaining(
					"; Value 'a_b' at 'modelVariants.1.member.variantName' failed to satisfy constraint: ");
	}

	@Test
	void scalarItemsAreJudgedAtTheirList() {
		ObjectNode request = Requests.complete("test");
		((ArrayNode) request.path("DataStorageConfig").path("ContentType").path("JsonContentTypes"))
			.add("application/vnd.api+json");
		assertThatThrownBy(() -> validate(request)).hasMessageContaining(
				"Value '[application/json, application/vnd.api+json]' at 'dataStorageConfig.contentType.jsonContentTypes' failed to satisfy constraint: Member must satisfy constraint: [Member must have length less than or equal to 256, ");
	}

	@Test
	void samplingZeroIsAcceptedAsAssumed() {
		ObjectNode request = Requests.create("test");
		request.set("ShadowModeConfig", Requests.shadowMode(0));
		validate(request);
	}

	@Test
	void aMegabyteOfTextIsRefusedForItsLengthAndNeverMatched() {
		ObjectNode request = Requests.complete("test");
		((ArrayNode) request.path("DataStorageConfig").path("ContentType").path("JsonContentTypes")).removeAll()
			.add("a".repeat(1 << 20));
		assertThatThrownBy(() -> validate(request)).isInstanceOf(AwsException.class)
			.hasMessageContaining("less than or equal to 256");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "{\"Name\": 7} | NUMBER_VALUE can not be converted to a String",
			"{\"Name\": true} | TRUE_VALUE can not be converted to a String",
			"{\"ModelVariants\": {}} | START_OBJECT can not be converted to a List",
			"{\"Schedule\": {\"StartTime\": \"2026-11-22T10:00:00Z\"}} | STRING_VALUE can not be converted to milliseconds since epoch",
			"{\"ShadowModeConfig\": {\"ShadowModelVariants\": [{\"SamplingPercentage\": \"7\"}]}} | STRING_VALUE can not be converted to an Integer",
			"{\"ShadowModeConfig\": {\"ShadowModelVariants\": [{\"SamplingPercentage\": 39.9}]}} | NUMBER_VALUE can not be converted to an Integer",
			"{\"ShadowModeConfig\": {\"ShadowModelVariants\": [{\"SamplingPercentage\": 99999999999}]}} | NUMBER_VALUE can not be converted to an Integer",
			"[] | START_ARRAY can not be converted to a Structure", "{\"Name\": | well-formed" })
	void wrongTypesAreSerializationExceptions(String body, String message) {
		assertThatThrownBy(() -> read(body))
			.isInstanceOfSatisfying(AwsException.class,
					(refusal) -> assertThat(refusal.code()).isEqualTo("SerializationException"))
			.hasMessageContaining(message);
	}

	@ParameterizedTest
	@ValueSource(strings = { "1e17", "1e400", "-1e400", "9223372036854775", "99999999999999999999999", "253402300799.5",
			"253402300800", "-1", "-0.001" })
	void timesThatCannotBeKeptAreSerializationExceptions(String time) {
		assertThatThrownBy(() -> read("{\"Schedule\": {\"StartTime\": %s}}".formatted(time))).isInstanceOfSatisfying(
				AwsException.class, (refusal) -> assertThat(refusal.code()).isEqualTo("SerializationException"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "0.0", "1796112000.678", "1.796112e9", "253402300799" })
	void timesFrom1970To9999AreRead(String time) {
		assertThat(Json.time(read("{\"Schedule\": {\"StartTime\": %s}}".formatted(time)).path("Schedule"), "StartTime"))
			.isBetween(Instant.EPOCH, Instant.parse("9999-12-31T23:59:59Z"));
	}

	@Test
	void deepNestingIsRefusedNotCrashedOn() {
		assertThatThrownBy(() -> read("[".repeat(100_000))).isInstanceOf(AwsException.class);
	}

	@Test
	void unknownMembersAndNullsAreIgnored() {
		assertThat(read("{\"Name\": \"test\", \"Unknown\": [1], \"Description\": null}"))
			.isEqualTo(Json.object().put("Name", "test"));
	}

	private ObjectNode read(String body) {
		return this.reader.read(body.getBytes(StandardCharsets.UTF_8),
				this.shapes.get("CreateInferenceExperimentRequest"));
	}

	private void validate(ObjectNode request) {
		this.validator.validate(request, this.shapes.get("CreateInferenceExperimentRequest"));
	}

	private String pattern(String member) {
		return String.valueOf(
				this.shapes.get(this.shapes.get("CreateInferenceExperimentRequest").members().get(member)).pattern());
	}

	private void edge(List<DynamicTest> tests, String title, String name, JsonNode inside, JsonNode outside,
			String constraint) {
		tests.add(DynamicTest.dynamicTest(title + " holds inside",
				() -> assertThat(errors(name, inside)).doesNotContain(constraint)));
		tests.add(refused(name, outside, constraint));
	}

	private DynamicTest accepted(String name, JsonNode value) {
		return DynamicTest.dynamicTest("%s accepts %s".formatted(name, value),
				() -> assertThatCode(() -> check(name, value)).doesNotThrowAnyException());
	}

	private DynamicTest refused(String name, JsonNode value, String constraint) {
		return DynamicTest.dynamicTest("%s: %s".formatted(name, constraint),
				() -> assertThat(errors(name, value)).contains(constraint));
	}

	private String errors(String name, JsonNode value) {
		try {
			check(name, value);
			return "";
		}
		catch (AwsException ex) {
			return String.valueOf(ex.getMessage());
		}
	}

	/** Judges a value of one shape, as the only member of a structure. */
	private void check(String name, JsonNode value) {
		this.validator.validate(Json.object().set("X", value), new Shape(Shape.Type.STRUCTURE, null, null, null,
				List.of(), List.of(), Map.of("X", name), null, null, null));
	}

	private static JsonNode text(String text) {
		return Json.object().put("text", text).path("text");
	}

	private JsonNode sized(Shape shape, int size) {
		return switch (shape.type()) {
			case INTEGER -> Json.object().put("number", size).path("number");
			case LIST -> {
				boolean scalar = this.shapes.get(shape.items()).isScalar();
				ArrayNode list = Json.array();
				for (int index = 0; index < size; index++) {
					list.add(scalar ? text("a/b") : Json.object());
				}
				yield list;
			}
			case MAP -> {
				ObjectNode map = Json.object();
				for (int index = 0; index < size; index++) {
					map.put("key" + index, "Retain");
				}
				yield map;
			}
			default -> text("a".repeat(size));
		};
	}

}
