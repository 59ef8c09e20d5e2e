package dev.understudy.exchange;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.understudy.definition.DocumentTooLarge;
import dev.understudy.definition.Draft;
import dev.understudy.definition.Drafts;
import dev.understudy.definition.Finding;
import dev.understudy.exchange.UnreadableImport.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ImportedTextTests {

	@Test
	void whatTheAwsCliTakesIsReadInEitherNotation() {
		Draft complete = Drafts.complete();
		assertThat(read(complete.pretty()).definition()).isEqualTo(complete);
		assertThat(read("""
				Name: fraud-v7-shadow   # what we call it
				Type: 'ShadowMode'
				ModelVariants:
				  - VariantName: "production"
				    InfrastructureConfig: { RealTimeInferenceConfig: { InstanceCount: 2 } }
				Schedule:
				  StartTime: 2026-12-01T08:00:00Z
				Description: >-
				  folded
				  text
				""").definition()).isEqualTo(Draft.parse("""
				{ "Name": "fraud-v7-shadow", "Type": "ShadowMode", "ModelVariants": [ { "VariantName": "production",
				  "InfrastructureConfig": { "RealTimeInferenceConfig": { "InstanceCount": 2 } } } ],
				  "Schedule": { "StartTime": "2026-12-01T08:00:00Z" }, "Description": "folded text" }"""));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			yes | "yes"
			2026-12-01 | "2026-12-01"
			0x10 | 16
			0o17 | 15
			017 | 17
			-1.5e3 | -1500
			'"7"' | "7"
			1e999999 | "1e999999"
			TRUE | true
			.nan | ".nan"
			12:30:45 | "12:30:45"
			""")
	void plainScalarsMeanWhatTheCoreSchemaSays(String yaml, String json) {
		assertThat(read("KmsKey: " + yaml).definition().json()).isEqualTo("{\"KmsKey\":" + json + "}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "~", "null", "Null", "NULL", "" })
	void whatIsNullIsAbsent(String yaml) {
		assertThat(read("Name: a\nKmsKey: " + yaml).definition().json()).isEqualTo("{\"Name\":\"a\"}");
	}

	@Test
	void aFindingLeadsToItsValueAndAnUnknownMemberToItsName() {
		ImportedText text = read("""
				{
				  "Name": "a b",
				  "Sampling": 5,
				  "ModelVariants": [
				    { "VariantName": "x",
				      "ModelName":   7 } ]
				}""");
		assertThat(place(text, "name.pattern", "/Name")).isEqualTo(new Place(2, 11));
		assertThat(place(text, "unknown-member", "/Sampling")).isEqualTo(new Place(3, 3));
		assertThat(place(text, "model-name.type", "/ModelVariants/0/ModelName")).isEqualTo(new Place(6, 22));
		assertThat(place(text, "infrastructure-config.required", "/ModelVariants/0/InfrastructureConfig"))
			.isEqualTo(new Place(5, 5));
		assertThat(place(text, "type.required", "/Type")).isEqualTo(new Place(1, 1));
	}

	@Test
	void placesAreCountedAsAnEditorDoes() {
		ImportedText yaml = read("Name: \"\uD83D\uDE00\"\r\nTags:\r\n- { Key: \"\uD83D\uDE00\", Value: 5 }\r\n");
		assertThat(place(yaml, "value.type", "/Tags/0/Value")).isEqualTo(new Place(3, 22));
		ImportedText json = read("{\r\"Name\": \"\uD83D\uDE00\u2028\", \"Type\":5}");
		assertThat(place(json, "type.type", "/Type")).isEqualTo(new Place(2, 22));
	}

	@Test
	void whatSageMakerDescribesBecomesADefinition() {
		ImportedText text = read("""
				{ "Arn": "arn:aws:sagemaker:us-east-1:111122223333:inference-experiment/a", "Name": "a",
				  "Status": "Running", "CreationTime": 1767323045.678, "LastModifiedTime": 1767323045.678,
				  "EndpointMetadata": { "EndpointName": "fraud-prod", "EndpointStatus": "InService" },
				  "ModelVariants": [ { "VariantName": "production", "Status": "InService" } ],
				  "Tags": [ { "Key": "aws:cloudformation:stack-name", "Value": "s" }, { "Key": "team", "Value": 1 },
				    { "Key": "Understudy:operation", "Value": "x/y" } ] }""");
		assertThat(text.definition()).isEqualTo(Draft.parse("""
				{ "Name": "a", "EndpointName": "fraud-prod", "ModelVariants": [ { "VariantName": "production" } ],
				  "Tags": [ { "Key": "team", "Value": 1 } ] }"""));
		assertThat(text.notices()).extracting((notice) -> notice.kind().id() + notice.details())
			.containsExactly("not-defined[Arn]", "not-defined[Status]", "not-defined[CreationTime]",
					"not-defined[LastModifiedTime]", "not-defined[EndpointMetadata]",
					"not-defined[ModelVariants.Status]", "reserved-tag[aws:cloudformation:stack-name]",
					"reserved-tag[Understudy:operation]");
		assertThat(place(text, "value.type", "/Tags/0/Value")).isEqualTo(new Place(5, 97));
		assertThat(place(text, "endpoint-name.pattern", "/EndpointName")).isEqualTo(new Place(3, 41));
	}

	@Test
	void anEndpointNameOfItsOwnWinsAndOnlyReservedTagsLeaveNone() {
		assertThat(read("""
				EndpointName: mine
				EndpointMetadata: { EndpointName: other }
				Tags: [ { Key: "aws:x", Value: "1" } ]
				""").definition()).isEqualTo(Draft.parse("{\"EndpointName\":\"mine\"}"));
		assertThat(read("Tags: []").definition()).isEqualTo(Draft.parse("{\"Tags\":[]}"));
		assertThat(read("Tags: 5\nModelVariants: 6\n").definition())
			.isEqualTo(Draft.parse("{\"Tags\":5,\"ModelVariants\":6}"));
	}

	@Test
	void theOneExperimentOfATemplateIsTaken() {
		ImportedText text = read("""
				AWSTemplateFormatVersion: 2010-09-09
				Resources:
				  Bucket:
				    Type: AWS::S3::Bucket
				  Test:
				    Type: AWS::SageMaker::InferenceExperiment
				    Properties:
				      Name: a_b
				      DesiredState: Running
				""");
		assertThat(text.definition()).isEqualTo(Draft.parse("{\"Name\":\"a_b\"}"));
		assertThat(text.notices()).extracting((notice) -> notice.kind().id() + notice.details())
			.containsExactly("cloudformation[Test]", "not-defined[DesiredState]");
		assertThat(place(text, "name.pattern", "/Name")).isEqualTo(new Place(8, 13));
		assertThat(read("""
				{ "Type": "AWS::SageMaker::InferenceExperiment", "Properties": { "Name": "a" } }""").definition())
			.isEqualTo(Draft.parse("{\"Name\":\"a\"}"));
	}

	@Test
	void aTemplateHasExactlyOneExperiment() {
		UnreadableImport none = unreadable("Resources: { Bucket: { Type: 'AWS::S3::Bucket' } }");
		assertThat(none.fault()).isEqualTo(Fault.NO_EXPERIMENT);
		UnreadableImport several = unreadable("""
				Resources:
				  One: { Type: "AWS::SageMaker::InferenceExperiment" }
				  Two: { Type: "AWS::SageMaker::InferenceExperiment" }
				""");
		assertThat(several.fault()).isEqualTo(Fault.SEVERAL_EXPERIMENTS);
		assertThat(several.details()).containsExactly("One, Two");
		assertThat(several.place()).isEqualTo(new Place(3, 3));
	}

	@Test
	void theDefinitionIsTakenOutOfBodiesOfOurOwnApi() {
		ImportedText text = read("{ \"target\": \"sandbox\", \"definition\": { \"Name\": \"a\" } }");
		assertThat(text.definition()).isEqualTo(Draft.parse("{\"Name\":\"a\"}"));
		assertThat(text.notices()).extracting(Notice::kind).containsExactly(Notice.Kind.ENVELOPE);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			JSON | {\\n  "Name": "a",\\n  "Type" 5\\n} | JSON | 3 | 10
			JSON | {"Name": "a" | JSON | 1 | 13
			JSON | {"Name": "a", "Name": "b"} | DUPLICATE | 1 | 15
			JSON | {"Name": "a"}\\n{} | TRAILING | 2 | 1
			JSON | [1] | NO_OBJECT | 1 | 1
			JSON | {"Name": NaN} | JSON | 1 | 13
			YAML | Name: a\\n Type: b | YAML | 2 | 6
			YAML | Name: a\\nName: b | DUPLICATE | 2 | 1
			YAML | a: &x 1\\nb: *x | ALIAS | 1 | 4
			YAML | a: 1\\nb: *x | ALIAS | 2 | 4
			YAML | *x : 1 | ALIAS | 1 | 1
			YAML | Name: !!java.net.URL [x] | TAG | 1 | 7
			YAML | RoleArn: !Ref Role | TAG | 1 | 10
			YAML | ? [a]\\n: b | KEY | 1 | 3
			YAML | a: 1\\n---\\nb: 2 | TRAILING | 2 | 1
			YAML | just text | NO_OBJECT | 1 | 1
			YAML | a: [1 | YAML | 1 | 6
			YAML | Name: "\\u0007" | YAML | 1 | 8
			""")
	void whatCannotBeReadSaysWhereAndWhy(Notation notation, String text, Fault fault, int line, int column) {
		String real = text.replace("\\n", "\n").replace("\\u0007", "\u0007");
		UnreadableImport ex = unreadable(real, notation);
		assertThat(ex.fault()).isEqualTo(fault);
		assertThat(ex.place()).isEqualTo(new Place(line, column));
	}

	@Test
	void bombsAreRefused() {
		String laughs = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n";
		assertThat(unreadable(laughs).fault()).isEqualTo(Fault.ALIAS);
		assertThat(unreadable("[".repeat(100_000), Notation.JSON).fault()).isEqualTo(Fault.TOO_DEEP);
		assertThat(unreadable("[".repeat(100_000), Notation.YAML).fault()).isIn(Fault.TOO_DEEP, Fault.YAML);
		assertThat(unreadable("{\"a\":".repeat(70) + "1" + "}".repeat(70)).fault()).isEqualTo(Fault.TOO_DEEP);
		assertThat(unreadable("Name: " + "x".repeat(DocumentTooLarge.LIMIT)).fault()).isEqualTo(Fault.TOO_LARGE);
		assertThat(unreadable("Name: " + "\u00e4".repeat(DocumentTooLarge.LIMIT / 2)).fault())
			.isEqualTo(Fault.TOO_LARGE);
		assertThat(unreadable("\n \n").fault()).isEqualTo(Fault.EMPTY);
		assertThat(unreadable("# nothing but a remark").fault()).isEqualTo(Fault.EMPTY);
	}

	@Test
	void aTextOnOneLineWithThousandsOfFindingsIsLocatedQuickly() {
		StringBuilder json = new StringBuilder("{\"Description\":\"\uD83D\uDE00\"");
		for (int i = 0; i < 15_000; i++) {
			json.append(",\"x").append(i).append("\":1");
		}
		ImportedText text = read(json.append('}').toString());
		assertThat(place(text, "unknown-member", "/x14999").column()).isGreaterThan(100_000);
	}

	@Test
	void valuesThatCannotBeStoredAreFound() {
		UnreadableImport ex = unreadable("{\n\"Name\": \"a\\u0000\" }");
		assertThat(ex.fault()).isEqualTo(Fault.UNSTORABLE);
		assertThat(ex.place()).isEqualTo(new Place(2, 9));
		assertThat(ex.details()).hasSize(1);
	}

	@Test
	void bytesAreUtf8WithOrWithoutAMark() {
		assertThat(ImportedText.decode("\uFEFFName: \u00e4".getBytes(StandardCharsets.UTF_8)))
			.isEqualTo("Name: \u00e4");
		UnreadableImport ex = catchThrowableOfType(UnreadableImport.class,
				() -> ImportedText.decode("\u00e4".getBytes(StandardCharsets.ISO_8859_1)));
		assertThat(ex.fault()).isEqualTo(Fault.ENCODING);
	}

	@Test
	void aRequestHoldsTheTextOrIsIt() {
		assertThat(ImportRequest.parse("{\"Name\":\"a\"}"))
			.isEqualTo(new ImportRequest("{\"Name\":\"a\"}", Notation.JSON, null));
		assertThat(ImportRequest.parse("{\"text\":\"Name: a\",\"format\":\"yaml\",\"target\":\"moon\"}"))
			.isEqualTo(new ImportRequest("Name: a", Notation.YAML, "moon"));
		for (String wrong : List.of("{\"text\":5}", "{\"text\":\"a\",\"form\":\"x\"}",
				"{\"text\":\"a\",\"format\":\"xml\"}")) {
			UnreadableImport ex = catchThrowableOfType(UnreadableImport.class, () -> ImportRequest.parse(wrong));
			assertThat(ex.fault()).isEqualTo(Fault.REQUEST);
		}
	}

	private static ImportedText read(String text) {
		return ImportedText.read(text, null);
	}

	private static Place place(ImportedText text, String rule, String pointer) {
		return text.locate(Finding.error(pointer, rule, "wrong", null)).place();
	}

	private static UnreadableImport unreadable(String text) {
		return unreadable(text, Notation.guess(text));
	}

	private static UnreadableImport unreadable(String text, Notation notation) {
		UnreadableImport ex = catchThrowableOfType(UnreadableImport.class, () -> ImportedText.read(text, notation));
		assertThat(ex).as(text.substring(0, Math.min(60, text.length()))).isNotNull();
		return ex;
	}

}
