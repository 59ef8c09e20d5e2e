package dev.understudy.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.understudy.actor.Actor;
import dev.understudy.actor.Role;
import dev.understudy.definition.Draft;
import dev.understudy.target.Target;
import dev.understudy.target.Targets;
import dev.understudy.template.Locks;
import dev.understudy.template.TemplateContent;
import dev.understudy.template.Templates;

/** Gives a sandbox without templates one to begin with. */
@Component
@InSandbox
@ConditionalOnProperty(name = "understudy.sandbox.samples", matchIfMissing = true)
class SampleTemplates {

	private static final Actor ADMIN = new Actor(Actor.Kind.USER, "admin", Role.ADMIN.permissions(), "sandbox", null);

	private final Templates templates;

	private final Target target;

	SampleTemplates(Templates templates, Targets targets) {
		this.templates = templates;
		this.target = targets.standard();
	}

	@EventListener(ApplicationReadyEvent.class)
	@Order(2)
	void fill() {
		if (this.templates.isEmpty()) {
			read().forEach((sample) -> this.templates.make(sample.content(this.target), ADMIN));
		}
	}

	private static List<SampleTemplate> read() {
		try {
			byte[] samples = new ClassPathResource("sandbox/templates.json").getContentAsByteArray();
			return JsonMapper.shared().readValue(samples, new TypeReference<>() {
			});
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A template to begin with.
	 *
	 * @param name its name
	 * @param description what it is for
	 * @param definition its definition, but for the execution role
	 * @param locked what its drafts cannot change
	 */
	record SampleTemplate(String name, String description, ObjectNode definition, List<String> locked) {

		private TemplateContent content(Target target) {
			Draft draft = Draft.of(this.definition)
				.with("/RoleArn", JsonNodeFactory.instance.stringNode(target.executionRoles().getFirst()));
			return new TemplateContent(this.name, this.description, draft, new Locks(this.locked));
		}

	}

}
