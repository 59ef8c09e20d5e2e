package dev.understudy.experiment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.persistence.Embeddable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.understudy.definition.Draft;

/**
 * What lists show of a definition and search in it. Whatever a draft holds, this stays
 * short enough for an index.
 *
 * @param name the name as typed
 * @param sortName the name in lower case, empty without one
 * @param endpoint the endpoint's name
 * @param productionVariant the variant that answers
 * @param shadowVariant the variant that gets the copies
 * @param sampling percent of requests that are copied
 * @param startTime when it is to start
 * @param endTime when it is to end
 * @param tags every tag twice, as its key and as key=value
 * @param search the text that a search looks into, in lower case
 */
@Embeddable
public record Outline(@Nullable String name, String sortName, @Nullable String endpoint,
		@Nullable String productionVariant, @Nullable String shadowVariant, @Nullable Integer sampling,
		@Nullable Instant startTime, @Nullable Instant endTime, @JdbcTypeCode(SqlTypes.ARRAY) List<String> tags,
		String search) {

	/** Longer than anything SageMaker takes for a name. */
	private static final int NAME = 200;

	/** As long as a tag's key, the equals sign and its value. */
	private static final int TAG = 128 + 1 + 256;

	private static final int TAGS = 50;

	private static final int DESCRIPTION = 1024;

	public Outline {
		tags = List.copyOf(tags);
	}

	static Outline of(UUID id, Draft draft) {
		String name = draft.name().map((text) -> cut(text, NAME)).orElse(null);
		String endpoint = cut(draft.endpointName(), NAME);
		return new Outline(name, sortName(name), endpoint, cut(draft.productionVariant(), NAME),
				cut(draft.shadowVariant(), NAME), draft.samplingPercentage().orElse(null),
				draft.startTime().orElse(null), draft.endTime().orElse(null), tags(draft),
				search(name, endpoint, cut(draft.text("/Description"), DESCRIPTION), id.toString()));
	}

	/**
	 * The same with the schedule SageMaker keeps, as far as it says.
	 */
	Outline scheduled(@Nullable Instant start, @Nullable Instant end) {
		return new Outline(this.name, this.sortName, this.endpoint, this.productionVariant, this.shadowVariant,
				this.sampling, (start != null) ? start : this.startTime, (end != null) ? end : this.endTime, this.tags,
				this.search);
	}

	static String sortName(@Nullable String name) {
		return (name != null) ? name.toLowerCase(Locale.ROOT) : "";
	}

	private static List<String> tags(Draft draft) {
		List<String> tags = new ArrayList<>();
		for (JsonNode tag : draft.at("/Tags")) {
			String key = tag.path("Key").asString("");
			if (!key.isEmpty() && tags.size() < 2 * TAGS) {
				tags.add(cut(key, TAG));
				tags.add(cut(key + '=' + tag.path("Value").asString(""), TAG));
			}
		}
		return List.copyOf(tags);
	}

	private static String search(@Nullable String... texts) {
		return Stream.of(texts).flatMap(Stream::ofNullable).collect(Collectors.joining("\n")).toLowerCase(Locale.ROOT);
	}

	private static @Nullable String cut(Optional<String> text, int length) {
		return text.map((it) -> cut(it, length)).orElse(null);
	}

	private static String cut(String text, int length) {
		return (text.length() <= length) ? text
				: text.codePoints()
					.limit(length)
					.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
					.toString();
	}

}
