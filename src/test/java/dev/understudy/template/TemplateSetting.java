package dev.understudy.template;

import java.util.List;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import dev.understudy.actor.Actor;
import dev.understudy.actor.Role;
import dev.understudy.definition.Drafts;
import dev.understudy.experiment.Actors;
import dev.understudy.experiment.Bonds;
import dev.understudy.experiment.Derivations;
import dev.understudy.experiment.Lifecycle;
import dev.understudy.experiment.RehearsedTests;
import dev.understudy.experiment.Sightings;
import dev.understudy.experiment.WorkingCopies;

/** Templates, and drafts that were begun with them. */
abstract class TemplateSetting extends RehearsedTests {

	static final String SAMPLING = "/ShadowModeConfig/ShadowModelVariants/0/SamplingPercentage";

	static final Actor ADMIN = Actors.user("admin", Role.ADMIN);

	@Autowired
	Templates templates;

	@Autowired
	TemplateDrafts drafts;

	@Autowired
	Derivations derivations;

	@Autowired
	WorkingCopies copies;

	@Autowired
	Lifecycle lifecycle;

	@Autowired
	Sightings sightings;

	@Autowired
	Bonds bonds;

	@Autowired
	TransactionTemplate transaction;

	Template template(String... locked) {
		return this.templates.make(new TemplateContent(name("Template"), "What it is for",
				Drafts.minimal().with("/Name", null), new Locks(List.of(locked))), ADMIN);
	}

	Template change(Template seen, String pointer, Object value, String... locked) {
		TemplateContent was = seen.content();
		return this.templates.change(seen.id(), seen.version(), new TemplateContent(was.name(), was.description(),
				Drafts.change(was.definition(), pointer, value), new Locks(List.of(locked))), ADMIN);
	}

	static JsonNode text(String value) {
		return JsonNodeFactory.instance.stringNode(value);
	}

}
