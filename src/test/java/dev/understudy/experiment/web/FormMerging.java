package dev.understudy.experiment.web;

import java.time.ZoneId;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import dev.understudy.definition.Draft;

/** What a form makes of a draft. */
abstract class FormMerging {

	static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

	static Draft merge(DraftForm form, Draft base) {
		return FormMerge.merge(form, base).draft();
	}

	static JsonNode text(String text) {
		return JsonNodeFactory.instance.stringNode(text);
	}

}
