package dev.understudy.definition;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads JSON strictly and writes it.
 */
final class Json {

	/** A definition is 6 levels deep; more than this is an attack. */
	static final int DEEPEST = 64;

	static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private static final int LONGEST_REASON = 200;

	private static final JsonMapper STRICT = JsonMapper
		.builder(JsonFactory.builder()
			.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
			.streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
			.build())
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	private Json() {
	}

	/**
	 * Reads one JSON object.
	 * @throws MalformedDocument if the text is anything else
	 */
	static ObjectNode readObject(String text) {
		try {
			return object(STRICT.readTree(text), 1, 1);
		}
		catch (JacksonException ex) {
			TokenStreamLocation location = ex.getLocation();
			String reason = Given.shorten(ex.getOriginalMessage(), LONGEST_REASON);
			throw (location != null) ? new MalformedDocument(reason, location.getLineNr(), location.getColumnNr())
					: new MalformedDocument(reason, 0, 0);
		}
	}

	/**
	 * The node as an object.
	 * @throws MalformedDocument if it is none
	 */
	static ObjectNode object(JsonNode node, int line, int column) {
		if (node instanceof ObjectNode object) {
			return object;
		}
		throw new MalformedDocument("A definition is a JSON object", line, column);
	}

	static String compact(JsonNode node) {
		return STRICT.writeValueAsString(node);
	}

	static String pretty(JsonNode node) {
		return STRICT.writerWithDefaultPrettyPrinter().writeValueAsString(node);
	}

}
