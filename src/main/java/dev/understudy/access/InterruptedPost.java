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

}
