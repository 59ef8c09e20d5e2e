package dev.understudy.template;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.understudy.actor.Actor;
import dev.understudy.audit.Audited;
import dev.understudy.definition.Change;
import dev.understudy.definition.DefinitionDiff;
import dev.understudy.definition.Draft;

/**
 * A template was changed, as the audit trail hears it: what differs, by pointer.
 *
 * @param action what happened
 * @param actor who did it
 * @param target the template's name
 * @param before what differs as it was
 * @param after the same as it is now
 */
record TemplateEvent(String action, Actor actor, String target, @Nullable String before,
		@Nullable String after) implements Audited {

	private static final TemplateContent NOTHING = new TemplateContent("", "", Draft.empty(), Locks.NONE);

	static TemplateEvent made(TemplateContent now, Actor by) {
		return of("template.made", NOTHING, now, now.name(), by);
	}

	static TemplateEvent changed(TemplateContent before, TemplateContent now, Actor by) {
		return of("template.changed", before, now, now.name(), by);
	}

	static TemplateEvent retired(TemplateContent content, Actor by) {
		return new TemplateEvent("template.retired", by, content.name(), null, null);
	}

	static TemplateEvent deleted(TemplateContent before, Actor by) {
		return of("template.deleted", before, NOTHING, before.name(), by);
	}

	private static TemplateEvent of(String action, TemplateContent before, TemplateContent now, String name, Actor by) {
		ObjectNode old = JsonNodeFactory.instance.objectNode();
		ObjectNode next = JsonNodeFactory.instance.objectNode();
		text("/name", before.name(), now.name(), old, next);
		text("/description", before.description(), now.description(), old, next);
		if (!Objects.equals(before.locks(), now.locks())) {
			old.set("/locked", list(before.locks().pointers()));
			next.set("/locked", list(now.locks().pointers()));
		}
		for (Change change : DefinitionDiff.between(before.definition(), now.definition())) {
			if (change.before() != null) {
				old.set("/definition" + change.pointer(), change.before());
			}
			if (change.after() != null) {
				next.set("/definition" + change.pointer(), change.after());
			}
		}
		return new TemplateEvent(action, by, name, old.toString(), next.toString());
	}

	private static void text(String pointer, String before, String now, ObjectNode old, ObjectNode next) {
		if (!before.equals(now)) {
			old.put(pointer, before);
			next.put(pointer, now);
		}
	}

	private static ArrayNode list(List<String> pointers) {
		ArrayNode list = JsonNodeFactory.instance.arrayNode();
		pointers.forEach(list::add);
		return list;
	}

}
