package dev.understudy.shell;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/**
 * A position in a sorted list: the sort values of the last item that was shown. Programs
 * get it encoded and pass it on unread.
 *
 * @param values sort values as text, in the order of the sort
 */
public record PageToken(List<String> values) {

	private static final TypeReference<List<@Nullable String>> TEXTS = new TypeReference<>() {
	};

	public PageToken {
		values = List.copyOf(values);
	}

	/**
	 * Makes a position.
	 * @param values the sort values of an item
	 * @return the position right after that item
	 */
	public static PageToken of(Object... values) {
		return new PageToken(List.of(values).stream().map(Object::toString).toList());
	}

	/**
	 * Reads what {@link #encode()} wrote.
	 * @param text the token as it was given out
	 * @param size how many values it must hold
	 * @return the position
	 * @throws PageTokenException if it was not given out for this kind of list
	 */
	public static PageToken decode(String text, int size) {
		try {
			@Nullable List<@Nullable String> values = StrictJson.mapper()
				.readValue(Base64.getUrlDecoder().decode(text.getBytes(StandardCharsets.UTF_8)), TEXTS);
			if (values != null && values.size() == size && values.stream().allMatch(PageToken::storable)) {
				return new PageToken(values.stream().map(Objects::requireNonNull).toList());
			}
		}
		catch (IllegalArgumentException | JacksonException ex) {
			throw new PageTokenException(ex);
		}
		throw new PageTokenException(null);
	}

	/**
	 * A value that is a time.
	 * @param index which value
	 * @return the time
	 * @throws PageTokenException if it is none
	 */
	public Instant time(int index) {
		try {
			return Instant.parse(this.values.get(index));
		}
		catch (DateTimeParseException ex) {
			throw new PageTokenException(ex);
		}
	}

	/**
	 * A value that is an id.
	 * @param index which value
	 * @return the id
	 * @throws PageTokenException if it is none
	 */
	public UUID id(int index) {
		try {
			return UUID.fromString(this.values.get(index));
		}
		catch (IllegalArgumentException ex) {
			throw new PageTokenException(ex);
		}
	}

	// PostgreSQL has no text with a NUL in it.
	private static boolean storable(@Nullable String value) {
		return value != null && value.indexOf('\0') < 0;
	}

	/**
	 * The opaque form.
	 * @return letters, digits, minus and underscore
	 */
	public String encode() {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(StrictJson.mapper().writeValueAsBytes(this.values));
	}

}
