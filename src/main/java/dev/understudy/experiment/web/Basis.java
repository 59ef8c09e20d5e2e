package dev.understudy.experiment.web;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.understudy.definition.Draft;
import dev.understudy.definition.MalformedDocument;

/**
 * What stood in SageMaker when a form was opened, which the form carries along, and what
 * is known to stand there now.
 *
 * @param seen the definition as the form was made from it
 * @param known the definition as it is known now
 * @param members the members the form is about
 */
record Basis(Draft seen, Draft known, List<String> members) {

	static final List<String> TAGS = List.of("Tags");

	/** What a form carried; whoever breaks it goes on from what is known now. */
	static Basis of(Draft known, @Nullable String carried, List<String> members) {
		if (Texts.isBlank(carried)) {
			return new Basis(known, known, members);
		}
		try {
			JsonNode then = Draft.parse(Texts.orEmpty(carried)).document();
			ObjectNode seen = known.document();
			members.forEach((member) -> set(seen, member, then.get(member)));
			return new Basis(Draft.of(seen), known, members);
		}
		catch (MalformedDocument ex) {
			return new Basis(known, known, members);
		}
	}

	/** What the form carries. */
	public String carried() {
		return part(this.seen).json();
	}

	/** The members the form is about, and no others. */
	Draft part(Draft whole) {
		ObjectNode part = JsonNodeFactory.instance.objectNode();
		ObjectNode document = whole.document();
		this.members.forEach((member) -> set(part, member, document.get(member)));
		return Draft.of(part);
	}

	/** What has changed since the form was opened. */
	public List<ChangedField> changedSince() {
		return ChangedField.between(part(this.seen), part(this.known));
	}

	/** The form goes on from what is known now. */
	Basis renewed() {
		return new Basis(this.known, this.known, this.members);
	}

	private static void set(ObjectNode document, String member, @Nullable JsonNode value) {
		if (value == null) {
			document.remove(member);
		}
		else {
			document.set(member, value);
		}
	}

}
