package dev.understudy.definition;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Tells two drafts apart, field by field, where their {@link CanonicalForm canonical
 * forms} differ.
 */
public final class DefinitionDiff {

	private final List<Change> changes = new ArrayList<>();

	private DefinitionDiff() {
	}

	/**
	 * The fields that differ, in document order. Lists are compared by position.
	 */
	public static List<Change> between(Draft before, Draft after) {
		DefinitionDiff diff = new DefinitionDiff();
		diff.compare("", before.document(), after.document());
		return List.copyOf(diff.changes);
	}

	/**
	 * The same for one member and what lies below it.
	 * @param pointer where, as an RFC 6901 pointer
	 * @param before the value there in the first, or a missing node
	 * @param after the value there in the second, or a missing node
	 * @throws IllegalArgumentException if that is not a pointer
	 */
	public static List<Change> at(String pointer, JsonNode before, JsonNode after) {
		DefinitionDiff diff = new DefinitionDiff();
		diff.compare(Pointers.parse(pointer).toString(), before, after);
		return List.copyOf(diff.changes);
	}

	private void compare(String pointer, JsonNode before, JsonNode after) {
		if (before.equals(after) || CanonicalForm.isSame(pointer, before, after)) {
			return;
		}
		if (comparable(before, after, JsonNode::isObject)) {
			names(before, after)
				.forEach((name) -> compare(Pointers.member(pointer, name), before.path(name), after.path(name)));
		}
		else if (comparable(before, after, JsonNode::isArray)) {
			for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
				compare(Pointers.item(pointer, i), before.path(i), after.path(i));
			}
		}
		else {
			this.changes.add(new Change(pointer, orNull(before), orNull(after)));
		}
	}

	/**
	 * Whether to look inside: both have members, or one does and the other is missing.
	 */
	private static boolean comparable(JsonNode before, JsonNode after, Predicate<JsonNode> kind) {
		if (before.isMissingNode() || after.isMissingNode()) {
			JsonNode present = before.isMissingNode() ? after : before;
			return kind.test(present) && !present.isEmpty();
		}
		return kind.test(before) && kind.test(after);
	}

	private static Set<String> names(JsonNode before, JsonNode after) {
		Set<String> names = new LinkedHashSet<>(before.propertyNames());
		names.addAll(after.propertyNames());
		return names;
	}

	private static @Nullable JsonNode orNull(JsonNode value) {
		return value.isMissingNode() ? null : value;
	}

}
