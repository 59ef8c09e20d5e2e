package dev.understudy.worklist;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Something to be said to a person.
 *
 * @param key message key
 * @param args what fills its gaps
 */
public record Words(String key, List<String> args) {

	public Words {
		args = List.copyOf(args);
	}

	static Words of(String key, @Nullable String... args) {
		return new Words(key, Arrays.stream(args).map((arg) -> (arg != null) ? arg : "–").toList());
	}

}
