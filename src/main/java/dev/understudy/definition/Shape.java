package dev.understudy.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a value of the definition must look like on its own.
 */
sealed interface Shape {

	/**
	 * Text of {@code min} to {@code max} characters (code points, as AWS counts) that
	 * matches the pattern as a whole.
	 */
	record Text(int min, int max, Pattern pattern) implements Shape {

		/**
		 * Whether a text is in order on its own. The length comes first: no pattern is
		 * tried on a text of any length.
		 */
		boolean accepts(String text) {
			int length = length(text);
			return length >= this.min && length <= this.max && this.pattern.matcher(text).matches();
		}

		static int length(String text) {
			return text.codePointCount(0, text.length());
		}

	}

	/**
	 * Exactly this text.
	 */
	record Constant(String value) implements Shape {

	}

	/**
	 * A whole number within bounds, both included.
	 */
	record Whole(int min, int max) implements Shape {

	}

	/**
	 * A moment, as {@link Times} reads it.
	 */
	record Time() implements Shape {

	}

	/**
	 * A list of {@code min} to {@code max} items.
	 */
	record Items(int min, int max, Shape item) implements Shape {

	}

	/**
	 * An object; its members in the order in which people read them.
	 */
	record Struct(Map<String, Member> members) implements Shape {

		public Struct {
			members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
		}

	}

	/**
	 * A member of a {@link Struct}.
	 */
	record Member(Shape shape, boolean required) {

	}

}
