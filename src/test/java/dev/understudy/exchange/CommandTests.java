package dev.understudy.exchange;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.understudy.definition.Draft;
import dev.understudy.definition.Drafts;
import dev.understudy.definition.Finding;
import dev.understudy.exchange.UnreadableImport.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class CommandTests {

	private static final String START = "aws sagemaker create-inference-experiment ";

	@Test
	void aWholeCommandIsTheDefinition() {
		assertThat(read(Commands.COMPLETE).definition()).isEqualTo(Drafts.complete());
	}

	@ParameterizedTest
	@ValueSource(strings = { "aws sagemaker", "\n# what I ran\n\n  aws sagemaker", "$ aws sagemaker",
			"aws \\\n sagemaker", "AWS_PROFILE=ab /usr/local/bin/aws sagemaker", "C:/tools/aws.exe sagemaker" })
	void aCommandIsToldByItsBeginning(String beginning) {
		assertThat(Notation.guess(beginning + " create-inference-experiment")).isEqualTo(Notation.COMMAND);
	}

	@ParameterizedTest
	@ValueSource(strings = { "aws: sagemaker", "# aws sagemaker", "- aws sagemaker", "Name: aws sagemaker" })
	void whatOnlyNamesTheProgramIsNoCommand(String text) {
		assertThat(Notation.guess(text)).isEqualTo(Notation.YAML);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					--name a | {"Name":"a"}
					--name=a --type="" | {"Name":"a","Type":""}
					--description 'it'\\''s $5' | {"Description":"it's $5"}
					--description "a \\"b\\" \\$c \\d \\\\" | {"Description":"a \\"b\\" $c \\\\d \\\\"}
					--description a\\ b"c d"'e f' | {"Description":"a bc de f"}
					--description --name a | {"Name":"a"}
					--schedule '{"EndTime":1.5}' | {"Schedule":{"EndTime":1.5}}
					--schedule StartTime=2026-12-01T08:00:00Z,EndTime=1767323045.678 | {"Schedule":{"StartTime":"2026-12-01T08:00:00Z","EndTime":1767323045.678}}
					--tags Key=a,Value=b=c Key=d,Value= | {"Tags":[{"Key":"a","Value":"b=c"},{"Key":"d","Value":""}]}
					--tags 'Key="a,b",Value=c\\,d' | {"Tags":[{"Key":"a,b","Value":"c,d"}]}
					--tags '[{"Key":"a"}]' | {"Tags":[{"Key":"a"}]}
					--tags '{"Key":"a"}' '{"Key":"b"}' | {"Tags":[{"Key":"a"},{"Key":"b"}]}
					--tags --name a | {"Tags":[],"Name":"a"}
					--tags Key=,Value=7 | {"Tags":[{"Key":"","Value":"7"}]}
					--data-storage-config Destination=x,ContentType={CsvContentTypes=a/b,JsonContentTypes=[c/d,e/f]} | {"DataStorageConfig":{"Destination":"x","ContentType":{"CsvContentTypes":["a/b"],"JsonContentTypes":["c/d","e/f"]}}}
					--shadow-mode-config ShadowModelVariants={SamplingPercentage=07} | {"ShadowModeConfig":{"ShadowModelVariants":[{"SamplingPercentage":"07"}]}}
					--shadow-mode-config ShadowModelVariants=[{SamplingPercentage=40}],SourceModelVariantName=a,b | {"ShadowModeConfig":{"ShadowModelVariants":[{"SamplingPercentage":40}],"SourceModelVariantName":["a","b"]}}
					--frobnicate yes "no no" --name a | {"--frobnicate":["yes","no no"],"Name":"a"}
					--cli-input-json '{"Name":"a","Type":"b"}' --name c | {"Name":"c","Type":"b"}
					""")
	void optionsAreMembers(String options, String json) {
		assertThat(read(START + options).definition()).isEqualTo(Draft.parse(json));
	}

	@Test
	void whatIsNoPartOfADefinitionIsLeftOutWithANote() {
		ImportedText text = read("AWS_SECRET_ACCESS_KEY=geheim aws --region us-east-1 --debug sagemaker"
				+ " create-inference-experiment --profile=x\\\n --cli-input-json '{\"Name\":\"a\"}' --name b --no-cli-pager");
		assertThat(text.definition()).isEqualTo(Draft.parse("{\"Name\":\"b\"}"));
		assertThat(text.notices()).extracting((it) -> it.kind().id() + it.details() + it.place().line())
			.containsExactly("option[AWS_SECRET_ACCESS_KEY]1", "option[--region]1", "option[--debug]1",
					"option[--profile]1", "option[--no-cli-pager]2", "overridden[Name]2");
	}

	@Test
	void aFindingLeadsToItsValueThroughQuotesAndShorthand() {
		ImportedText text = read("""
				aws sagemaker create-inference-experiment \\
				  --name 'a b' --sampling 5 \\
				  --tags Key=team,Value="fraud" Key='a b!,Value=d' \\
				  --model-variants '[
				    { "VariantName": "x",
				      "ModelName":   7 } ]' \\
				  --cli-input-yaml "Schedule:
				  # \uD83D\uDE00
				  EndTime: \\"soon\\"
				"
				""");
		assertThat(place(text, "name.pattern", "/Name")).isEqualTo(new Place(2, 11));
		assertThat(place(text, "unknown-member", "/--sampling")).isEqualTo(new Place(2, 16));
		assertThat(place(text, "value.type", "/Tags/0/Value")).isEqualTo(new Place(3, 26));
		assertThat(place(text, "key.pattern", "/Tags/1/Key")).isEqualTo(new Place(3, 38));
		assertThat(place(text, "model-name.type", "/ModelVariants/0/ModelName")).isEqualTo(new Place(6, 22));
		assertThat(place(text, "end-time.type", "/Schedule/EndTime")).isEqualTo(new Place(9, 13));
		assertThat(place(text, "type.required", "/Type")).isEqualTo(new Place(1, 15));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			aws s3 ls | COMMAND | 5
			aws sagemaker create-endpoint --name a | COMMAND | 15
			aws --region x | COMMAND | 1
			gcloud sagemaker | COMMAND | 1
			aws sagemaker create-inference-experiment --name 'a | QUOTE | 50
			aws sagemaker create-inference-experiment --name a"b | QUOTE | 51
			aws sagemaker create-inference-experiment --name $NAME | SHELL | 50
			aws sagemaker create-inference-experiment --name "a$(b)" | SHELL | 52
			aws sagemaker create-inference-experiment --name a; ls | SHELL | 51
			aws sagemaker create-inference-experiment > x | SHELL | 43
			aws sagemaker create-inference-experiment --name a` | SHELL | 51
			aws sagemaker create-inference-experiment --name a b | STRAY | 52
			aws sagemaker create-inference-experiment --name a --name b | DUPLICATE | 52
			aws sagemaker create-inference-experiment --tags Key=a,Key=b | DUPLICATE | 56
			aws sagemaker create-inference-experiment --tags Key | SHORTHAND | 50
			aws sagemaker create-inference-experiment --tags Key=a, | SHORTHAND | 56
			aws sagemaker create-inference-experiment --tags 'Key=a,"b"=c' | SHORTHAND | 60
			aws sagemaker create-inference-experiment --tags Key=[a | SHORTHAND | 56
			aws sagemaker create-inference-experiment --tags 'Key=it"s' | SHORTHAND | 57
			aws sagemaker create-inference-experiment --tags 'Key="a' | QUOTE | 55
			aws sagemaker create-inference-experiment --schedule '{"a":1,}' | JSON | 62
			aws sagemaker create-inference-experiment --schedule file://x | FILE | 54
			aws sagemaker create-inference-experiment --cli-input-json=fileb://x | FILE | 60
			aws sagemaker create-inference-experiment --tags Key=a,Value@=file://x | FILE | 56
			aws sagemaker create-inference-experiment --cli-input-json '[1]' | NO_OBJECT | 61
			aws sagemaker create-inference-experiment --cli-input-json | EMPTY | 43
			""")
	void whatCannotBeReadSaysWhereAndWhy(String command, Fault fault, int column) {
		UnreadableImport ex = unreadable(command);
		assertThat(ex.fault()).isEqualTo(fault);
		assertThat(ex.place()).isEqualTo(new Place(1, column));
	}

	@Test
	void aLineGoesOnOnlyBehindAMark() {
		for (String mark : List.of("\\\n", "\\\r\n", "`\n", "^\r\n")) {
			assertThat(read(START + mark + "--name " + mark + "a\n\n# done\n").definition())
				.isEqualTo(Draft.parse("{\"Name\":\"a\"}"));
		}
		UnreadableImport ex = unreadable(START + "--name a \\ \n  --type b");
		assertThat(ex.fault()).isEqualTo(Fault.LINE);
		assertThat(ex.place()).isEqualTo(new Place(2, 3));
	}

	@Test
	void bombsAreRefused() {
		assertThat(unreadable(START + "--tags Key=" + "[".repeat(100_000)).fault()).isEqualTo(Fault.TOO_DEEP);
		assertThat(unreadable(START + "--tags Key=" + "{a=".repeat(50_000)).fault()).isEqualTo(Fault.TOO_DEEP);
		assertThat(read(START + "--tags Key=" + "'\\,'".repeat(60_000)).definition().json()).hasSizeGreaterThan(60_000);
		assertThat(unreadable(START + "--name a " + "b ".repeat(120_000)).fault()).isEqualTo(Fault.STRAY);
	}

	private static ImportedText read(String command) {
		return ImportedText.read(command, Notation.COMMAND);
	}

	private static UnreadableImport unreadable(String command) {
		UnreadableImport ex = catchThrowableOfType(UnreadableImport.class, () -> read(command));
		assertThat(ex).as(command.substring(0, Math.min(100, command.length()))).isNotNull();
		return ex;
	}

	private static Place place(ImportedText text, String rule, String pointer) {
		return text.locate(Finding.error(pointer, rule, "wrong", null)).place();
	}

}
