package dev.understudy.template;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import dev.understudy.definition.DefinitionMember;
import dev.understudy.definition.Draft;

/**
 * What of a definition can be locked: what it has, and what a definition can do without.
 * Every draft has a name of its own, and its type is not to be chosen.
 */
public final class Lockable {

	private static final Set<String> NEVER = Set.of("/Name", "/Type");

	private static final Pattern WITHIN_A_TAG = Pattern.compile("/Tags/[0-9]+/.*");

	private Lockable() {
	}

	/**
	 * The members and items there are to be seen, each before what lies below it.
	 * @param definition the template's definition
	 * @return also those that cannot be locked because nothing is said of what every
	 * definition needs
	 */
	public static List<DefinitionMember> members(Draft definition) {
		return DefinitionMember.of(definition)
			.stream()
			.filter((it) -> !NEVER.contains(it.pointer()) && !WITHIN_A_TAG.matcher(it.pointer()).matches())
			.toList();
	}

	/**
	 * Whether a member can be locked as it is.
	 * @param member one of the members
	 * @return false for what is missing and is always needed: its drafts could never be
	 * submitted
	 */
	public static boolean test(DefinitionMember member) {
		return member.value() != null || !member.required();
	}

}
