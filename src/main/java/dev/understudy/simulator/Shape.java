package dev.understudy.simulator;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What AWS's service model says of one kind of value.
 *
 * @param min the least length, size or value
 * @param max the greatest length, size or value
 * @param pattern what the whole text must match
 * @param enumeration the values allowed; empty for any
 * @param required the members that must be there
 * @param members the shapes of a structure's members by name
 * @param items the shape of a list's items
 * @param keys the shape of a map's keys
 * @param values the shape of a map's values
 */
record Shape(Type type, @Nullable Integer min, @Nullable Integer max, @Nullable Pattern pattern,
		List<String> enumeration, List<String> required, Map<String, String> members, @Nullable String items,
		@Nullable String keys, @Nullable String values) {

	enum Type {

		STRING, INTEGER, TIMESTAMP, STRUCTURE, LIST, MAP;

		static Type of(String text) {
			return valueOf(text.toUpperCase(Locale.ROOT));
		}

	}

	boolean isScalar() {
		return this.type == Type.STRING || this.type == Type.INTEGER || this.type == Type.TIMESTAMP;
	}

	int least() {
		Integer least = this.min;
		return (least != null) ? least : 0;
	}

	boolean isTooMuch(long number) {
		Integer most = this.max;
		return most != null && number > most;
	}

	boolean isTooLittle(long number) {
		Integer least = this.min;
		return least != null && number < least;
	}

	/**
	 * A text that is too long whatever its characters (of two units at most) is not
	 * matched: repeated groups overflow the stack on a long text.
	 */
	boolean isMismatch(String text) {
		Pattern wanted = this.pattern;
		return wanted != null && !isTooMuch(text.length() / 2) && !wanted.matcher(text).matches();
	}

}
