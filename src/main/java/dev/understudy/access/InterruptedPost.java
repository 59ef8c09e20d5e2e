package dev.understudy.access;

import java.util.List;
import java.util.Map;

/**
 * A form somebody sent when they were not signed in any more.
 *
 * @param path where it was sent
 * @param fields what was in it, without the CSRF token and without passwords
 */
public record InterruptedPost(String path, Map<String, List<String>> fields) {

	public InterruptedPost {
		fields = Map.copyOf(fields);
	}

	/** About how much memory it takes: two bytes a character. */
	long bytes() {
		long characters = this.path.length();
		for (Map.Entry<String, List<String>> field : this.fields.entrySet()) {
			characters += field.getKey().length();
			for (String value : field.getValue()) {
				characters += value.length();
			}
		}
		return 2 * characters;
	}

}
