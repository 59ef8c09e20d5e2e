package dev.understudy.delivery;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the place in the definition that AWS's words are about.
 */
final class RefusalPointer {

	private static final int LONGEST = 10_000;

	/** AWS names members in lower camel case and counts list items from 1. */
	private static final Pattern PATH = Pattern.compile(" at '([a-zA-Z0-9.]{1,200})' failed to satisfy constraint");

	private static final Pattern MISSING = Pattern.compile("Could not find (\\w{1,30})");

	private static final Map<String, String> THINGS = Map.of("endpoint", "/EndpointName", "model", "/ModelVariants",
			"role", "/RoleArn", "key", "/KmsKey", "bucket", "/DataStorageConfig/Destination");

	private RefusalPointer() {
	}

	/**
	 * Finds the first place that the words name.
	 * @param message AWS's words
	 * @return a JSON pointer into the definition; empty if they do not tell
	 */
	static Optional<String> find(String message) {
		String words = (message.length() > LONGEST) ? message.substring(0, LONGEST) : message;
		Matcher path = PATH.matcher(words);
		if (path.find()) {
			return Optional.of(pointer(path.group(1)));
		}
		Matcher missing = MISSING.matcher(words);
		return missing.find() ? Optional.ofNullable(THINGS.get(missing.group(1).toLowerCase(Locale.ROOT)))
				: Optional.empty();
	}

	private static String pointer(String path) {
		StringBuilder pointer = new StringBuilder();
		for (String step : path.split("\\.", -1)) {
			if (step.isEmpty()) {
				continue;
			}
			if (step.matches("\\d{1,9}")) {
				pointer.append('/').append(Integer.parseInt(step) - 1);
			}
			else if (!step.equals("member")) {
				pointer.append('/').append(Character.toUpperCase(step.charAt(0))).append(step.substring(1));
			}
		}
		return pointer.toString();
	}

}
