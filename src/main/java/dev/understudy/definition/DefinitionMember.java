package dev.understudy.definition;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.understudy.definition.Shape.Items;
import dev.understudy.definition.Shape.Struct;

/**
 * A member that a definition has or may have, or an item of a list that it has.
 *
 * @param pointer where, as an RFC 6901 pointer
 * @param value its value; null if the definition does not have it
 * @param required whether a definition that has what it belongs to has to have it
 */
public record DefinitionMember(String pointer, @Nullable JsonNode value, boolean required) {

	/**
	 * The members of a definition, each before what lies below it, in the order in which
	 * people read them. What has no place in a definition is left out.
	 */
	public static List<DefinitionMember> of(Draft draft) {
		List<DefinitionMember> members = new ArrayList<>();
		struct("", draft.document(), DefinitionShape.ROOT, members);
		return List.copyOf(members);
	}

	private static void struct(String parent, JsonNode object, Struct shape, List<DefinitionMember> members) {
		shape.members().forEach((name, member) -> {
			String pointer = Pointers.member(parent, name);
			JsonNode value = object.path(name);
			members.add(new DefinitionMember(pointer, value.isMissingNode() ? null : value, member.required()));
			inside(pointer, value, member.shape(), members);
		});
	}

	private static void inside(String pointer, JsonNode value, Shape shape, List<DefinitionMember> members) {
		if (shape instanceof Struct struct) {
			struct(pointer, value, struct, members);
		}
		else if (shape instanceof Items items && items.item() instanceof Struct struct && value.isArray()) {
			for (int i = 0; i < value.size(); i++) {
				String item = Pointers.item(pointer, i);
				members.add(new DefinitionMember(item, value.path(i), false));
				struct(item, value.path(i), struct, members);
			}
		}
	}

}
