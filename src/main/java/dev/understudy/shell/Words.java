package dev.understudy.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A sentence to be said in the reader's language.
 *
 * @param key of a message
 * @param arguments what stands in it: texts, numbers, and words again
 */
public record Words(String key, List<Object> arguments) {

	private static final String NOTHING = "–";

	public Words {
		arguments = List.copyOf(arguments);
	}

	/**
	 * A sentence.
	 * @param key of a message
	 * @param arguments what stands in it; a dash for null
	 * @return the sentence
	 */
	public static Words of(String key, @Nullable Object... arguments) {
		return new Words(key,
				Arrays.stream(arguments).<Object>map((it) -> Objects.requireNonNullElse(it, NOTHING)).toList());
	}

}
