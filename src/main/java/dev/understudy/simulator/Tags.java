package dev.understudy.simulator;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tags as requests carry them.
 */
final class Tags {

	static final int MOST = 50;

	private static final String RESERVED = "aws:";

	private Tags() {
	}

	/** Reads the tags of a request; keys are unique, and those of AWS are its own. */
	static Map<String, String> read(ObjectNode input) {
		Map<String, String> tags = new TreeMap<>();
		for (ObjectNode tag : Json.objects(input, "Tags")) {
			String key = Json.require(tag, "Key");
			if (key.toLowerCase(Locale.ROOT).startsWith(RESERVED)) {
				throw AwsException.validation("Tag keys that start with aws: are reserved for internal use.");
			}
			if (tags.put(key, Json.require(tag, "Value")) != null) {
				throw AwsException.validation("Duplicate tag key: %s.".formatted(key));
			}
		}
		return tags;
	}

	static ObjectNode write(Map<String, String> tags) {
		ObjectNode answer = Json.object();
		ArrayNode items = answer.putArray("Tags");
		tags.forEach((key, value) -> items.addObject().put("Key", key).put("Value", value));
		return answer;
	}

}
