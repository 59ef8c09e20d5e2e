package dev.understudy.experiment;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps a {@link Setback} as JSON text.
 */
@Converter
class SetbackConverter implements AttributeConverter<Setback, String> {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	@Override
	public @Nullable String convertToDatabaseColumn(@Nullable Setback setback) {
		return (setback != null) ? MAPPER.writeValueAsString(setback) : null;
	}

	@Override
	public @Nullable Setback convertToEntityAttribute(@Nullable String json) {
		return (json != null) ? MAPPER.readValue(json, Setback.class) : null;
	}

}
