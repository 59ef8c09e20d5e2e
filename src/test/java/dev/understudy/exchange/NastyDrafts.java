package dev.understudy.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.understudy.definition.Draft;
import dev.understudy.definition.Drafts;
import dev.understudy.target.Target;

/**
 * Drafts that hold what breaks those who quote carelessly: in values, in names, in the
 * wrong places.
 */
final class NastyDrafts {

	static final Target TARGET = new Target("sandbox", "111122223333", "us-east-1", null, List.of());

	static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private static final List<String> TEXTS = List.of("", "'", "it's '\\''", "\"", "\\", "\\n", "a\nb", "a\r\nb\r",
			"\t", "$HOME", "${a}", "$${a}", "$$${a}", "$", "%{ if x }", "%%{x}", "%%%{", "`id`", "$(id)", "!history",
			"{{resolve:ssm:/secret}}", "{{x}}", "yes", "NO", "null", "~", "True", "1e3", "0x1f", "012", "1_000", "1:30",
			"2026-12-01", "2026-12-01T08:00:00Z", "- a", "a: b", "a:", "a #b", "#x", "&a", "*a", "!!x", "%d %s", "|",
			">", "@x", "?", "? a", "[a", "{a", "\u00e9", "\u6f22\u5b57", "\uD83D\uDE00", "\u2028\u2029", "\u0085",
			"\u202e", "\u0001\u001f", "\u007f", "\uFEFF", "\uFFFE", "\u00a0", " lead", "trail ", "EOF", "\"\"\"", "'''",
			"\\u0041", "\\x41", "\\${a}", "#{x}", "<<EOT", "file://x", "https://x", "--x", "-", "x".repeat(2000), "=",
			".", "...", "---");

	private static final List<String> POINTERS = List.of("/Name", "/Type", "/Description", "/RoleArn", "/EndpointName",
			"/ModelVariants/0", "/ModelVariants/0/VariantName", "/ModelVariants/1/ModelName",
			"/ModelVariants/1/InfrastructureConfig/RealTimeInferenceConfig/InstanceType",
			"/ModelVariants/1/InfrastructureConfig/RealTimeInferenceConfig/InstanceCount", "/ShadowModeConfig",
			"/ShadowModeConfig/ShadowModelVariants", "/ShadowModeConfig/ShadowModelVariants/0/SamplingPercentage",
			"/Schedule/StartTime", "/Schedule/EndTime", "/DataStorageConfig/Destination",
			"/DataStorageConfig/ContentType/CsvContentTypes", "/DataStorageConfig/ContentType/JsonContentTypes/0",
			"/KmsKey", "/Tags/0/Key", "/Tags/0/Value", "/Tags/1/Value", "/Tags/2");

	private final RandomGenerator random;

	private NastyDrafts(long seed) {
		this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
	}

	/**
	 * Every text once as a description, and then as many at random; the seed is printed.
	 */
	static List<Draft> of(int count) {
		long seed = RandomGenerator.getDefault().nextLong();
		System.out.printf("Nasty drafts from the seed %d%n", seed);
		NastyDrafts nasty = new NastyDrafts(seed);
		List<Draft> drafts = new ArrayList<>();
		TEXTS.forEach((text) -> drafts.add(Drafts.with("/Description", text)));
		for (int i = 0; i < count; i++) {
			drafts.add(nasty.draft());
		}
		return drafts;
	}

	private Draft draft() {
		Draft draft = Drafts.complete();
		for (int i = this.random.nextInt(6); i >= 0; i--) {
			draft = draft.with(pick(POINTERS), value(2));
		}
		if (this.random.nextInt(3) == 0) {
			ObjectNode document = draft.document();
			document.set("x" + pick(TEXTS), value(2));
			if (document.get("DataStorageConfig") instanceof ObjectNode capture) {
				capture.set(pick(TEXTS), value(1));
			}
			draft = Draft.of(document);
		}
		return draft;
	}

	private JsonNode value(int depth) {
		return switch (this.random.nextInt((depth > 0) ? 14 : 10)) {
			case 0 -> NODES.numberNode(this.random.nextInt(200) - 100);
			case 1 -> NODES.numberNode(this.random.nextDouble() * 1e-9);
			case 2 -> NODES.numberNode(this.random.nextLong());
			case 3 -> NODES.booleanNode(this.random.nextBoolean());
			case 10 -> NODES.arrayNode();
			case 11 -> NODES.objectNode();
			case 12 -> list(depth);
			case 13 -> object(depth);
			default -> NODES.stringNode(pick(TEXTS) + (this.random.nextBoolean() ? "" : pick(TEXTS)));
		};
	}

	private ArrayNode list(int depth) {
		ArrayNode list = NODES.arrayNode();
		for (int i = this.random.nextInt(3); i >= 0; i--) {
			list.add(value(depth - 1));
		}
		return list;
	}

	private ObjectNode object(int depth) {
		ObjectNode object = NODES.objectNode();
		for (int i = this.random.nextInt(3); i >= 0; i--) {
			object.set(pick(TEXTS), value(depth - 1));
		}
		return object;
	}

	private <T> T pick(List<T> from) {
		return from.get(this.random.nextInt(from.size()));
	}

}
