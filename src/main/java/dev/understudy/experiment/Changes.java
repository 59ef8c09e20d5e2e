package dev.understudy.experiment;

import java.util.List;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.understudy.definition.Change;
import dev.understudy.definition.DefinitionDiff;
import dev.understudy.definition.Draft;

/**
 * The members that changed, as the audit trail keeps them: JSON objects from pointer to
 * value.
 *
 * @param before the values as they were
 * @param after the values as they are
 */
record Changes(String before, String after) {

	static Changes between(Draft before, Draft after) {
		return of(DefinitionDiff.between(before, after));
	}

	static Changes of(List<Change> changes) {
		ObjectNode old = JsonNodeFactory.instance.objectNode();
		ObjectNode now = JsonNodeFactory.instance.objectNode();
		for (Change change : changes) {
			if (change.before() != null) {
				old.set(change.pointer(), change.before());
			}
			if (change.after() != null) {
				now.set(change.pointer(), change.after());
			}
		}
		return new Changes(old.toString(), now.toString());
	}

	/** Facts that were nowhere before. */
	static Changes to(Object... namesAndValues) {
		return new Changes("{}", facts(namesAndValues));
	}

	/**
	 * A JSON object of names and values, given in turn.
	 */
	static String facts(Object... namesAndValues) {
		ObjectNode facts = JsonNodeFactory.instance.objectNode();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			facts.putPOJO((String) namesAndValues[i], namesAndValues[i + 1]);
		}
		return facts.toString();
	}

}
