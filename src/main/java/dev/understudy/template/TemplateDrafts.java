package dev.understudy.template;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.JsonNodeFactory;

import dev.understudy.actor.Actor;
import dev.understudy.definition.Draft;
import dev.understudy.experiment.Bond;
import dev.understudy.experiment.Bonds;
import dev.understudy.experiment.Derivations;
import dev.understudy.experiment.ExperimentView;
import dev.understudy.experiment.Experiments;
import dev.understudy.experiment.NewDraft;
import dev.understudy.experiment.Origin;

/**
 * The drafts that templates make: begins them, holds them to what is locked, and brings
 * them up to date.
 */
@Service
@Transactional
public class TemplateDrafts implements Bonds {

	private final TemplateStore store;

	private final Experiments experiments;

	private final Derivations derivations;

	private final MessageSource messages;

	TemplateDrafts(TemplateStore store, Experiments experiments, Derivations derivations, MessageSource messages) {
		this.store = store;
		this.experiments = experiments;
		this.derivations = derivations;
		this.messages = messages;
	}

	/**
	 * Begins an experiment with a template.
	 * @param id the template
	 * @param name what to call the experiment; blank for nothing yet
	 * @param target name of the target it is for; null for the standard one
	 * @param by who owns it
	 * @return the experiment
	 * @throws UnknownTemplateException if there is no such template in use
	 * @throws dev.understudy.target.UnknownTargetException if there is no such target
	 */
	public ExperimentView begin(UUID id, @Nullable String name, @Nullable String target, Actor by) {
		Template template = this.store.use(id).orElseThrow(() -> new UnknownTemplateException(id));
		Draft draft = template.content().definition();
		if (name != null && !name.isBlank()) {
			draft = draft.with("/Name", JsonNodeFactory.instance.stringNode(name.strip()));
		}
		return this.derivations.begin(
				new NewDraft(target, draft, new Origin(id, template.version()),
						"Begun with version %d of the template \"%s\"".formatted(template.version(), template.name())),
				by);
	}

	/**
	 * Makes a revision of a draft that says what its template asks for, as that is now.
	 * What the same person has typed is made a revision first.
	 * @param experimentId the draft
	 * @param expected the revision that was taken for the latest
	 * @param by who wants it
	 * @return the draft as it is then
	 * @throws dev.understudy.experiment.UnknownExperimentException if there is no such
	 * experiment
	 * @throws UnknownTemplateException if no template holds it
	 * @throws dev.understudy.experiment.StaleRevisionException if somebody else saved a
	 * revision meanwhile
	 * @throws dev.understudy.experiment.IllegalPhaseException if it is no draft any more
	 */
	public ExperimentView comply(UUID experimentId, int expected, Actor by) {
		Origin origin = this.experiments.head(experimentId).getOrigin();
		UUID id = (origin != null) ? origin.id() : experimentId;
		Template template = this.store.find(id)
			.filter(Template::isInUse)
			.orElseThrow(() -> new UnknownTemplateException(id));
		return this.derivations.change(experimentId, expected, new TemplateBond(template, this.messages)::apply,
				"Values of version %d of the template \"%s\" taken over".formatted(template.version(), template.name()),
				by);
	}

	@Override
	@Transactional(readOnly = true)
	public Optional<Bond> of(UUID origin) {
		return bond(this.store.find(origin));
	}

	@Override
	public Optional<Bond> hold(UUID origin) {
		return bond(this.store.hold(origin));
	}

	private Optional<Bond> bond(Optional<Template> template) {
		return template.filter(Template::isInUse).map((it) -> new TemplateBond(it, this.messages));
	}

}
