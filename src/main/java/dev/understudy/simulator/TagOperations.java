package dev.understudy.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * AWS API: AddTags, ListTags, DeleteTags. Assumed: a resource that does not exist is
 * {@code ResourceNotFound}, more than fifty tags {@code ResourceLimitExceeded}.
 */
final class TagOperations {

	/** An empty token would read as the end of the list. */
	private static final String TOKEN_MARK = ">";

	private TagOperations() {
	}

	static void register(Map<String, Operation> operations) {
		operations.put("AddTags", TagOperations::add);
		operations.put("ListTags", TagOperations::list);
		operations.put("DeleteTags", TagOperations::delete);
	}

	private static ObjectNode add(World world, ObjectNode input, Instant now) {
		Map<String, String> tags = tagsOf(world, input);
		Map<String, String> together = new TreeMap<>(tags);
		together.putAll(Tags.read(input));
		if (together.size() > Tags.MOST) {
			throw AwsException.limitExceeded("A resource can have at most %d tags.".formatted(Tags.MOST));
		}
		tags.putAll(together);
		return Tags.write(tags);
	}

	private static ObjectNode list(World world, ObjectNode input, Instant now) {
		String behind = decode(Json.text(input, "NextToken"));
		NavigableMap<String, String> rest = tagsOf(world, input).tailMap(behind, false);
		NavigableMap<String, String> page = new TreeMap<>();
		rest.entrySet()
			.stream()
			.limit(input.path("MaxResults").asInt(Tags.MOST))
			.forEach((tag) -> page.put(tag.getKey(), tag.getValue()));
		ObjectNode answer = Tags.write(page);
		if (page.size() < rest.size()) {
			answer.put("NextToken", encode(page.isEmpty() ? behind : page.lastKey()));
		}
		return answer;
	}

	private static ObjectNode delete(World world, ObjectNode input, Instant now) {
		Map<String, String> tags = tagsOf(world, input);
		for (JsonNode key : input.path("TagKeys")) {
			tags.remove(key.asString());
		}
		return Json.object();
	}

	private static NavigableMap<String, String> tagsOf(World world, ObjectNode input) {
		return world.requireTags(Json.require(input, "ResourceArn"));
	}

	private static String encode(String key) {
		return Base64.getUrlEncoder().encodeToString((TOKEN_MARK + key).getBytes(StandardCharsets.UTF_8));
	}

	/** The key a page begins behind; empty, and so before any key, for the first one. */
	private static String decode(@Nullable String token) {
		if (token == null) {
			return "";
		}
		try {
			return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).substring(1);
		}
		catch (IllegalArgumentException | StringIndexOutOfBoundsException ex) {
			throw AwsException.validation("Invalid pagination token.");
		}
	}

}
