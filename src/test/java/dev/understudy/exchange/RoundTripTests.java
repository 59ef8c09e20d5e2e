package dev.understudy.exchange;

import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.understudy.Aside;
import dev.understudy.Requirements;
import dev.understudy.definition.Draft;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever a definition holds, each export says exactly that to those who read it: our
 * own import, and the real tools where they are on the machine.
 */
@Aside
class RoundTripTests {

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	private static final List<Draft> DRAFTS = NastyDrafts.of(150);

	private static final Map<Format, Notation> NOTATIONS = Map.of(Format.CLI, Notation.COMMAND, Format.JSON,
			Notation.JSON);

	@TempDir
	Path directory;

	@ParameterizedTest
	@EnumSource(names = { "CLI", "JSON", "YAML", "CLOUDFORMATION" })
	void ourOwnImportReadsIt(Format format) {
		for (Export export : exports(format)) {
			Notation notation = NOTATIONS.getOrDefault(format, Notation.YAML);
			assertThat(ImportedText.read(export.text(), notation).definition().json()).as(export.text())
				.isEqualTo(export.definition().json());
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "YAML", "CLOUDFORMATION" })
	void theReaderThatAwsToolsUseReadsIt(Format format) {
		Tool python = python();
		List<Export> exports = exports(format);
		List<JsonNode> read = lines(python.run(this.directory, text(exports), "-c", """
				import json, sys, yaml
				for text in json.load(sys.stdin):
				    print(json.dumps(yaml.safe_load(text)))
				"""));
		for (int i = 0; i < exports.size(); i++) {
			JsonNode it = (format == Format.YAML) ? read.get(i) : read.get(i).at("/Resources/ShadowTest/Properties");
			assertThat(plain(it)).as(exports.get(i).text()).isEqualTo(plain(exports.get(i).definition().document()));
		}
	}

	@Test
	void aShellHandsTheAwsCliTheDefinition() {
		List<Export> exports = exports(Format.CLI);
		List<String> words = words("aws", exports);
		for (int i = 0; i < exports.size(); i++) {
			List<String> call = words.subList(6 * i, 6 * i + 6);
			assertThat(call.subList(0, 5)).containsExactly("sagemaker", "create-inference-experiment", "--region",
					"us-east-1", "--cli-input-json");
			assertThat(Draft.parse(call.get(5)).json()).isEqualTo(exports.get(i).definition().json());
		}
	}

	@Test
	void aShellHandsCurlTheDefinition() {
		List<Export> exports = exports(Format.CURL);
		List<String> words = words("curl", exports);
		for (int i = 0; i < exports.size(); i++) {
			List<String> call = words.subList(9 * i, 9 * i + 9);
			assertThat(call.subList(0, 8)).containsExactly("-X", "POST", "http://here/api/v1/experiments", "-H",
					"Authorization: Bearer us_token", "-H", "Content-Type: application/json", "--data-binary");
			ImportedText body = ImportedText.read(call.get(8), Notation.JSON);
			assertThat(body.definition().json()).isEqualTo(exports.get(i).definition().json());
		}
	}

	@Test
	void pythonHandsBoto3TheDefinition() {
		Tool python = python();
		List<Export> exports = exports(Format.BOTO3);
		List<JsonNode> read = lines(python.run(this.directory, text(exports), "-c", """
				import json, sys, types
				calls = []
				class Client:
				    def __init__(self, service, region_name):
				        calls.append([service, region_name])
				    def create_inference_experiment(self, **definition):
				        calls[-1].append(definition)
				        return {"InferenceExperimentArn": "arn"}
				fake = types.ModuleType("boto3")
				fake.client = Client
				sys.modules["boto3"] = fake
				sys.stdout = sys.stderr
				for text in json.load(sys.stdin):
				    exec(compile(text, "export", "exec"), {})
				for call in calls:
				    print(json.dumps(call), file=sys.__stdout__)
				"""));
		for (int i = 0; i < exports.size(); i++) {
			assertThat(read.get(i).path(0).stringValue()).isEqualTo("sagemaker");
			assertThat(read.get(i).path(1).stringValue()).isEqualTo("us-east-1");
			assertThat(plain(read.get(i).path(2))).isEqualTo(plain(exports.get(i).definition().document()));
		}
	}

	@Test
	void terraformEvaluatesItToTheDefinition() throws Exception {
		Tool terraform = Tool.demand(Requirements.TERRAFORM, "terraform", "install Terraform");
		List<Export> exports = exports(Format.TERRAFORM);
		String locals = IntStream.range(0, exports.size())
			.mapToObj((i) -> exports.get(i).text().lines().collect(Collectors.joining("\n")))
			.map((text) -> text.substring(text.indexOf("\nresource ") + 1).replaceFirst("[^\n]*\n", "{\n"))
			.collect(Collectors.joining(",\n", "locals {\nall = [\n", "\n]\n}\n"));
		Path folder = Files.createDirectory(this.directory.resolve("locals"));
		Files.writeString(folder.resolve("main.tf"), locals);
		String printed = terraform.run(folder, "base64encode(jsonencode(local.all))", "console", "-no-color");
		JsonNode all = JSON.readTree(Base64.getDecoder().decode(printed.strip().replace("\"", "")));
		assertThat(all).hasSize(exports.size());
		for (int i = 0; i < exports.size(); i++) {
			assertThat(plain(all.path(i))).as(exports.get(i).text())
				.isEqualTo(snake(plain(exports.get(i).definition().document())));
		}
	}

	@Test
	void terraformWouldNotLayItOutInAnotherWay() throws Exception {
		Tool terraform = Tool.demand(Requirements.TERRAFORM, "terraform", "install Terraform");
		Path folder = Files.createDirectory(this.directory.resolve("layout"));
		List<Export> exports = exports(Format.TERRAFORM);
		for (int i = 0; i < exports.size(); i++) {
			Files.writeString(folder.resolve(i + ".tf"), exports.get(i).text());
		}
		Tool.Result result = terraform.tried(this.directory, "", "fmt", "-check", "-diff", folder.toString());
		assertThat(result.output() + result.errors()).isEmpty();
		assertThat(result.exit()).isZero();
	}

	private static List<Export> exports(Format format) {
		return DRAFTS.stream().map((draft) -> Export.of(draft, NastyDrafts.TARGET, format, NastyDrafts.NOW)).toList();
	}

	private Tool python() {
		Tool python = Tool.demand(Requirements.PYTHON, "python3", "install Python 3 with PyYAML");
		boolean yaml = python.tried(this.directory, "", "-c", "import yaml").exit() == 0;
		Requirements.PYTHON.demand(yaml, "install PyYAML");
		return python;
	}

	private static String text(List<Export> exports) {
		return JSON.writeValueAsString(exports.stream().map(Export::text).toList());
	}

	private static List<JsonNode> lines(String output) {
		return output.lines().map(JSON::readTree).toList();
	}

	/** What a program of that name gets from a shell, word by word. */
	private List<String> words(String program, List<Export> exports) {
		String script = "UNDERSTUDY=http://here UNDERSTUDY_TOKEN=us_token\n%s() { printf '%%s\\0' \"$@\"; }\n"
			.formatted(program);
		script += exports.stream().map(Export::text).collect(Collectors.joining());
		String output = Tool.shell().run(this.directory, script);
		List<String> words = new ArrayList<>(List.of(output.split("\0", -1)));
		words.removeLast();
		return words;
	}

	/** Numbers as their decimals and text composed, as Terraform does with it. */
	private static JsonNode plain(JsonNode value) {
		return switch (value) {
			case ObjectNode object -> {
				ObjectNode plain = JsonNodeFactory.instance.objectNode();
				object.properties().forEach((member) -> plain.set(composed(member.getKey()), plain(member.getValue())));
				yield plain;
			}
			case ArrayNode list -> {
				ArrayNode plain = JsonNodeFactory.instance.arrayNode();
				list.forEach((item) -> plain.add(plain(item)));
				yield plain;
			}
			case JsonNode number when number.isNumber() ->
				JsonNodeFactory.instance.numberNode(number.decimalValue().doubleValue());
			case JsonNode text when text.isString() ->
				JsonNodeFactory.instance.stringNode(composed(text.stringValue()));
			default -> value;
		};
	}

	private static String composed(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFC);
	}

	private static JsonNode snake(JsonNode value) {
		return switch (value) {
			case ObjectNode object -> {
				ObjectNode snake = JsonNodeFactory.instance.objectNode();
				object.properties().forEach((member) -> snake.set(snake(member.getKey()), snake(member.getValue())));
				yield snake;
			}
			case ArrayNode list -> {
				ArrayNode snake = JsonNodeFactory.instance.arrayNode();
				list.forEach((item) -> snake.add(snake(item)));
				yield snake;
			}
			default -> value;
		};
	}

	private static String snake(String name) {
		StringBuilder snake = new StringBuilder();
		for (char it : name.toCharArray()) {
			snake.append((Character.isUpperCase(it) && !snake.isEmpty()) ? "_" : "").append(it);
		}
		return snake.toString().toLowerCase(Locale.ROOT);
	}

}
