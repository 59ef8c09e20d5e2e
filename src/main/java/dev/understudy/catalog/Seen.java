package dev.understudy.catalog;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

import dev.understudy.shell.Words;

/**
 * What came of looking for something in the account.
 *
 * @param <T> what was looked for
 */
sealed interface Seen<T> {

	/** It is there. */
	record There<T>(T value, Instant at) implements Seen<T> {

	}

	/** AWS says that there is none. */
	record Missing<T>(Instant at) implements Seen<T> {

	}

	/** Nobody knows. */
	record Untold<T>(Words why) implements Seen<T> {

	}

	static <T> Seen<T> of(Optional<T> value, Instant at) {
		return value.<Seen<T>>map((it) -> new There<>(it, at)).orElseGet(() -> new Missing<>(at));
	}

	default Optional<T> found() {
		return (this instanceof There<T>(T value, Instant _)) ? Optional.of(value) : Optional.empty();
	}

	/** What follows from it for something else, where it is there. */
	default <R> Seen<R> then(Function<T, Seen<R>> next) {
		return switch (this) {
			case There<T>(T value, Instant _) -> next.apply(value);
			case Missing<T>(Instant at) -> new Missing<>(at);
			case Untold<T>(Words why) -> new Untold<>(why);
		};
	}

}
