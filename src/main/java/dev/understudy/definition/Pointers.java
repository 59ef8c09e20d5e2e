package dev.understudy.definition;

import tools.jackson.core.JsonPointer;

/**
 * Builds RFC 6901 pointers.
 */
final class Pointers {

	private Pointers() {
	}

	static String member(String parent, String name) {
		return parent + '/' + name.replace("~", "~0").replace("/", "~1");
	}

	static String item(String parent, int index) {
		return parent + '/' + index;
	}

	/**
	 * Whether a pointer is to an item of a list. (No member is named by digits.)
	 */
	static boolean isItem(String pointer) {
		JsonPointer last = parse(pointer).last();
		return last != null && last.getMatchingIndex() >= 0;
	}

	/**
	 * Reads a pointer that the program itself or a request names.
	 * @throws IllegalArgumentException if it is none
	 */
	static JsonPointer parse(String pointer) {
		return JsonPointer.compile(pointer);
	}

}
