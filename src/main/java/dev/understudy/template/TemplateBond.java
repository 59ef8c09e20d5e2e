package dev.understudy.template;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.context.MessageSource;
import tools.jackson.databind.JsonNode;

import dev.understudy.definition.Change;
import dev.understudy.definition.Draft;
import dev.understudy.definition.Finding;
import dev.understudy.definition.FindingLanguage;
import dev.understudy.definition.RuleContext;
import dev.understudy.experiment.Bond;

/**
 * Holds a draft to what its template locks.
 */
class TemplateBond implements Bond {

	static final String RULE = "template.locked";

	private static final int LONGEST_VALUE = 120;

	private final Template template;

	private final List<LockedMember> members;

	private final MessageSource messages;

	TemplateBond(Template template, MessageSource messages) {
		Draft definition = template.content().definition();
		this.template = template;
		this.members = template.content()
			.locks()
			.pointers()
			.stream()
			.map((pointer) -> LockedMember.of(definition, pointer))
			.toList();
		this.messages = messages;
	}

	@Override
	public String name() {
		return this.template.name();
	}

	@Override
	public boolean holds(String pointer, Draft draft) {
		return this.members.stream().anyMatch((member) -> member.covers(pointer, draft));
	}

	@Override
	public Set<String> ids() {
		return Set.of(RULE);
	}

	@Override
	public Stream<Finding> judge(Draft draft, RuleContext context) {
		return this.members.stream().flatMap((member) -> member.differences(draft).stream()).map(this::finding);
	}

	/**
	 * A draft that says everything the template asks for, and else what it said.
	 */
	Draft apply(Draft draft) {
		Draft bound = draft;
		for (LockedMember member : this.members) {
			if (!member.differences(bound).isEmpty()) {
				bound = member.apply(bound, this.template.content().definition());
			}
		}
		return bound;
	}

	private Finding finding(Change difference) {
		Locale language = FindingLanguage.current();
		JsonNode asked = difference.before();
		String message = (asked != null)
				? this.messages.getMessage("template.locked.value", new Object[] { name(), shown(asked) }, language)
				: this.messages.getMessage("template.locked.nothing", new Object[] { name() }, language);
		return Finding.error(difference.pointer(), RULE, message,
				this.messages.getMessage("template.locked.hint", null, language));
	}

	private static String shown(JsonNode value) {
		String text = switch (value.path("Key").asString("")) {
			case "" -> value.isString() ? value.stringValue() : value.toString();
			case String key -> key + '=' + value.path("Value").asString("");
		};
		return (text.length() > LONGEST_VALUE) ? text.substring(0, LONGEST_VALUE) + "…" : text;
	}

}
