package dev.understudy.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON as AWS writes it: trees without nulls, times as epoch seconds with three decimals.
 */
final class Json {

	static final JsonMapper MAPPER = JsonMapper.builder().build();

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private static final int MILLIS_DIGITS = 3;

	private Json() {
	}

	static ObjectNode object() {
		return NODES.objectNode();
	}

	static ArrayNode array() {
		return NODES.arrayNode();
	}

	static ObjectNode resource(String path) {
		try (InputStream resource = Json.class.getResourceAsStream(path)) {
			if (resource == null) {
				throw new IllegalStateException("Resource %s is missing".formatted(path));
			}
			return (ObjectNode) MAPPER.readTree(resource);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static @Nullable String text(JsonNode node, String member) {
		JsonNode value = node.get(member);
		return (value != null) ? value.asString() : null;
	}

	static String require(JsonNode node, String member) {
		JsonNode value = node.get(member);
		if (value == null) {
			throw new IllegalArgumentException("%s is missing".formatted(member));
		}
		return value.asString();
	}

	static BigDecimal seconds(Instant time) {
		return BigDecimal.valueOf(time.toEpochMilli(), MILLIS_DIGITS);
	}

	static @Nullable Instant time(JsonNode node, String member) {
		JsonNode value = node.get(member);
		return (value != null)
				? Instant.ofEpochMilli(value.decimalValue().movePointRight(MILLIS_DIGITS).toBigInteger().longValue())
				: null;
	}

	static List<ObjectNode> objects(JsonNode node, String member) {
		List<ObjectNode> objects = new ArrayList<>();
		for (JsonNode item : node.path(member)) {
			objects.add((ObjectNode) item);
		}
		return objects;
	}

	static void copy(ObjectNode from, ObjectNode to, String... members) {
		for (String member : members) {
			JsonNode value = from.get(member);
			if (value != null) {
				to.set(member, value.deepCopy());
			}
		}
	}

}
