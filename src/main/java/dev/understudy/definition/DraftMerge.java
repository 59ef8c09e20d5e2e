package dev.understudy.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings two edits of one draft together. What only one of them changed is as that one
 * has it; of what both changed, somebody chooses. Tags are told apart by their keys,
 * items of other lists by their place; a list that became longer or shorter is one value.
 */
public final class DraftMerge {

	private static final String TAGS = "/Tags";

	private static final JsonNode NOTHING = MissingNode.getInstance();

	private final Predicate<String> theirs;

	private final List<Divergence> divergences = new ArrayList<>();

	private DraftMerge(Predicate<String> theirs) {
		this.theirs = theirs;
	}

	/**
	 * Where two edits differ, in document order.
	 * @param base what both began with
	 * @param theirs the edit that was saved first
	 * @param mine the other
	 */
	public static List<Divergence> divergences(Draft base, Draft theirs, Draft mine) {
		DraftMerge merge = new DraftMerge((pointer) -> false);
		merge.merge("", base.document(), theirs.document(), mine.document());
		return List.copyOf(merge.divergences);
	}

	/**
	 * The two edits together.
	 * @param base what both began with
	 * @param theirs the edit that was saved first
	 * @param mine the other
	 * @param takeTheirs asked with the pointer of what both changed
	 */
	public static Draft merge(Draft base, Draft theirs, Draft mine, Predicate<String> takeTheirs) {
		JsonNode merged = new DraftMerge(takeTheirs).merge("", base.document(), theirs.document(), mine.document());
		return Draft.of(merged);
	}

	private JsonNode merge(String pointer, JsonNode base, JsonNode theirs, JsonNode mine) {
		if (isSame(pointer, theirs, mine)) {
			return mine;
		}
		if ((mine.isObject() && theirs.isObject()) || isOneSided(base, theirs, mine)) {
			return members(pointer, base, theirs, mine);
		}
		return lists(pointer, base, theirs, mine).orElseGet(() -> choose(pointer, base, theirs, mine));
	}

	private Optional<JsonNode> lists(String pointer, JsonNode base, JsonNode theirs, JsonNode mine) {
		if (pointer.equals(TAGS)) {
			return tags(base, theirs, mine);
		}
		return (theirs.isArray() && mine.isArray()) ? items(pointer, base, theirs, mine) : Optional.empty();
	}

	private JsonNode choose(String pointer, JsonNode base, JsonNode theirs, JsonNode mine) {
		Divergence divergence = new Divergence(pointer, orNull(base), orNull(theirs), orNull(mine),
				!isSame(pointer, base, theirs), !isSame(pointer, base, mine));
		this.divergences.add(divergence);
		boolean takeTheirs = !divergence.changedByMe() || (divergence.isConflict() && this.theirs.test(pointer));
		return takeTheirs ? theirs : mine;
	}

	/** One edit has taken out an object, or put one in, with members in it. */
	private static boolean isOneSided(JsonNode base, JsonNode theirs, JsonNode mine) {
		JsonNode present = theirs.isMissingNode() ? mine : theirs;
		return (theirs.isMissingNode() || mine.isMissingNode()) && present.isObject() && !present.isEmpty()
				&& (base.isMissingNode() || base.isObject());
	}

	private JsonNode members(String pointer, JsonNode base, JsonNode theirs, JsonNode mine) {
		Set<String> names = new LinkedHashSet<>(theirs.propertyNames());
		names.addAll(mine.propertyNames());
		ObjectNode merged = Json.NODES.objectNode();
		for (String name : names) {
			JsonNode value = merge(Pointers.member(pointer, name), base.path(name), theirs.path(name), mine.path(name));
			if (!value.isMissingNode()) {
				merged.set(name, value);
			}
		}
		boolean both = theirs.isObject() && mine.isObject();
		return (merged.isEmpty() && !both) ? NOTHING : merged;
	}

	private Optional<JsonNode> items(String pointer, JsonNode base, JsonNode theirs, JsonNode mine) {
		if (theirs.size() != mine.size() || !(base.isMissingNode() || base.size() == mine.size())) {
			return Optional.empty();
		}
		ArrayNode merged = Json.NODES.arrayNode();
		for (int i = 0; i < mine.size(); i++) {
			JsonNode item = merge(Pointers.item(pointer, i), base.path(i), theirs.path(i), mine.path(i));
			merged.add(item.isMissingNode() ? Json.NODES.objectNode() : item);
		}
		return Optional.of(merged);
	}

	private Optional<JsonNode> tags(JsonNode base, JsonNode theirs, JsonNode mine) {
		Map<String, JsonNode> before = byKey(base);
		Map<String, JsonNode> saved = byKey(theirs);
		Map<String, JsonNode> own = byKey(mine);
		if (before == null || saved == null || own == null) {
			return Optional.empty();
		}
		Set<String> keys = new LinkedHashSet<>(saved.keySet());
		keys.addAll(own.keySet());
		ArrayNode merged = Json.NODES.arrayNode();
		for (String key : keys) {
			JsonNode tag = tag(Pointers.member(TAGS, key), before.getOrDefault(key, NOTHING),
					saved.getOrDefault(key, NOTHING), own.getOrDefault(key, NOTHING));
			if (!tag.isMissingNode()) {
				merged.add(tag);
			}
		}
		return Optional.of(merged.isEmpty() ? NOTHING : merged);
	}

	private JsonNode tag(String pointer, JsonNode base, JsonNode theirs, JsonNode mine) {
		return theirs.equals(mine) ? mine : choose(pointer, base, theirs, mine);
	}

	/** Null where the tags cannot be told apart by their keys. */
	private static @Nullable Map<String, JsonNode> byKey(JsonNode tags) {
		Map<String, JsonNode> byKey = new LinkedHashMap<>();
		for (JsonNode tag : tags) {
			JsonNode key = tag.path("Key");
			if (!key.isString() || byKey.put(key.stringValue(), tag) != null) {
				return null;
			}
		}
		return (tags.isArray() || tags.isMissingNode()) ? byKey : null;
	}

	private static boolean isSame(String pointer, JsonNode one, JsonNode other) {
		return one.equals(other) || CanonicalForm.isSame(pointer, one, other);
	}

	private static @Nullable JsonNode orNull(JsonNode value) {
		return value.isMissingNode() ? null : value;
	}

}
