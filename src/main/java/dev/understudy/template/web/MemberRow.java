package dev.understudy.template.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.understudy.definition.DefinitionMember;
import dev.understudy.template.Lockable;
import dev.understudy.template.Locks;
import dev.understudy.template.TemplateContent;

/**
 * A member in the table of those that are locked and those that are free.
 *
 * @param pointer where it stands
 * @param label message key of what it is called
 * @param number its place in a list, from 1; 0 for what is in none
 * @param depth how deep it lies, from 0
 * @param value its value; null for none, and for what is only made of what lies below it
 * @param missing whether the definition does not have it
 * @param locked whether it is locked, on its own or with another
 * @param outer what it is locked with; null unless it is so
 * @param lockable whether it can be locked
 */
record MemberRow(String pointer, String label, int number, int depth, @Nullable String value, boolean missing,
		boolean locked, @Nullable MemberRow outer, boolean lockable) {

	static List<MemberRow> of(TemplateContent content) {
		List<DefinitionMember> members = Lockable.members(content.definition());
		Map<String, DefinitionMember> known = members.stream()
			.collect(Collectors.toMap(DefinitionMember::pointer, Function.identity()));
		return members.stream()
			.filter((it) -> isToBeSeen(it, known))
			.map((it) -> of(it, content.locks(), known))
			.toList();
	}

	/** What belongs to something that is not there is locked or free with that. */
	private static boolean isToBeSeen(DefinitionMember member, Map<String, DefinitionMember> known) {
		DefinitionMember parent = known.get(parent(member.pointer()));
		return parent == null || parent.value() != null;
	}

	private static MemberRow of(DefinitionMember member, Locks locks, Map<String, DefinitionMember> known) {
		String pointer = member.pointer();
		String last = pointer.substring(pointer.lastIndexOf('/') + 1);
		boolean item = last.chars().allMatch(Character::isDigit);
		String named = item ? kebab(parent(pointer).substring(parent(pointer).lastIndexOf('/') + 1)) + ".item"
				: kebab(last);
		JsonNode value = member.value();
		return new MemberRow(pointer, "template.member." + named, item ? Integer.parseInt(last) + 1 : 0,
				(int) pointer.chars().filter((it) -> it == '/').count() - 1, (value != null) ? shown(value) : null,
				value == null, locks.cover(pointer),
				locks.outer(pointer).map(known::get).map((it) -> of(it, locks, known)).orElse(null),
				Lockable.test(member));
	}

	private static @Nullable String shown(JsonNode value) {
		if (value.isArray() && !value.isEmpty() && value.path(0).isString()) {
			return value.valueStream().map((it) -> it.asString("")).collect(Collectors.joining(", "));
		}
		if (value.has("Key")) {
			return value.path("Key").asString("") + " = " + value.path("Value").asString("");
		}
		return value.isContainer() ? (value.isEmpty() ? value.toString() : null)
				: value.isString() ? value.stringValue() : value.toString();
	}

	private static String parent(String pointer) {
		return pointer.substring(0, pointer.lastIndexOf('/'));
	}

	private static String kebab(String name) {
		return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
	}

}
