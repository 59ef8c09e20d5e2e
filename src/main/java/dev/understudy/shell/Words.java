package dev.understudy.catalog;

import java.util.List;

/**
 * A sentence to be said in the reader's language.
 *
 * @param key of a message
 * @param arguments what stands in it: texts, numbers, and words again
 */
public record Words(String key, List<Object> arguments) {

	public Words {
		arguments = List.copyOf(arguments);
	}

	static Words of(String key, Object... arguments) {
		return new Words(key, List.of(arguments));
	}

}
