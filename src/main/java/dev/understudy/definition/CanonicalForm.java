package dev.understudy.definition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one text of a definition that hashes, approvals and comparisons stand on: canonical
 * JSON (RFC 8785) in which moments are written in UTC and tags are sorted by key. Drafts
 * that are incomplete or wrong have one too: what cannot be understood stays as it is.
 * Defaults are not filled in.
 */
public final class CanonicalForm {

	private static final Comparator<JsonNode> BY_KEY = Comparator
		.comparing((JsonNode tag) -> tag.path("Key").asString(""))
		.thenComparing(CanonicalJson::write);

	private CanonicalForm() {
	}

	/**
	 * The canonical JSON of a draft.
	 */
	public static String of(Draft draft) {
		ObjectNode document = draft.document();
		if (document.get("Schedule") instanceof ObjectNode schedule) {
			moment(schedule, "StartTime");
			moment(schedule, "EndTime");
		}
		if (document.get("Tags") instanceof ArrayNode tags) {
			document.set("Tags", sorted(tags));
		}
		return CanonicalJson.write(document);
	}

	/**
	 * SHA-256 over the canonical JSON in UTF-8, as 64 hexadecimal digits in lower case.
	 */
	public static String sha256(Draft draft) {
		return HexFormat.of().formatHex(sha256().digest(of(draft).getBytes(StandardCharsets.UTF_8)));
	}

	/**
	 * Whether two values that are written differently at one place mean the same there.
	 */
	static boolean isSame(String pointer, JsonNode one, JsonNode other) {
		if (one.isNumber() && other.isNumber()) {
			return CanonicalJson.write(one).equals(CanonicalJson.write(other));
		}
		return switch (pointer) {
			case Timing.START, Timing.END ->
				Times.read(one).filter((moment) -> Times.read(other).filter(moment::equals).isPresent()).isPresent();
			case "/Tags" -> one instanceof ArrayNode tags && other instanceof ArrayNode otherTags
					&& sorted(tags).equals(sorted(otherTags));
			default -> false;
		};
	}

	private static void moment(ObjectNode schedule, String name) {
		Times.read(schedule.path(name)).ifPresent((moment) -> schedule.put(name, moment.toString()));
	}

	private static ArrayNode sorted(ArrayNode tags) {
		List<JsonNode> items = new ArrayList<>();
		tags.forEach(items::add);
		items.sort(BY_KEY);
		return Json.NODES.arrayNode().addAll(items);
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
