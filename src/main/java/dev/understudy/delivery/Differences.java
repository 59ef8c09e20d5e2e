package dev.understudy.delivery;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Differences as the database keeps them.
 */
final class Differences {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final TypeReference<List<Difference>> LIST = new TypeReference<>() {
	};

	private Differences() {
	}

	static @Nullable String write(List<Difference> differences) {
		return differences.isEmpty() ? null : JSON.writeValueAsString(differences);
	}

	static List<Difference> read(@Nullable String json) {
		return (json != null) ? JSON.readValue(json, LIST) : List.of();
	}

}
