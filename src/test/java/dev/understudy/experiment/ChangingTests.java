package dev.understudy.experiment;

import java.util.List;
import java.util.UUID;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import dev.understudy.definition.CanonicalForm;
import dev.understudy.actor.Actor;
import dev.understudy.definition.Definition.Tag;
import dev.understudy.definition.Draft;
import dev.understudy.definition.Drafts;
import dev.understudy.delivery.OperationType;
import dev.understudy.experiment.StopOrder.Action;

/** Experiments that SageMaker has, and what people ask to change of them. */
@RecordApplicationEvents
abstract class ChangingTests extends RehearsedTests {

	static final Actor AUTHOR = Actors.author();

	@Autowired
	Lifecycle lifecycle;

	@Autowired
	Overview overview;

	@Autowired
	ApplicationEvents events;

	UUID ask(UUID id, OperationType change) {
		return switch (change) {
			case CREATE -> throw new AssertionError("Not a change");
			case START -> this.lifecycle.start(id, AUTHOR);
			case STOP -> this.lifecycle.stop(id, StopOrder.of(Action.DISCARD, "enough"), AUTHOR);
			case UPDATE -> this.lifecycle.update(id, Draft.parse("{\"Description\":\"other\"}"), AUTHOR);
			case DELETE -> this.lifecycle.delete(id, AUTHOR);
			case TAG -> this.lifecycle.tag(id, List.of(new Tag("cost-center", "7")), List.of(), AUTHOR);
		};
	}

	UUID created() {
		UUID id = draft(name("lifecycle"));
		this.experiments.submit(id, null, AUTHOR);
		this.delivery.confirm(get(id), Described.ARN);
		return id;
	}

	UUID live(String status) {
		UUID id = created();
		this.sightings.sighted(id, Described.as(status, 0, named(id, Described.usual())));
		return id;
	}

	Draft named(UUID id, Draft definition) {
		return Drafts.change(definition, "/Name", get(id).getName());
	}

	UUID ended() {
		UUID id = live("Running");
		this.sightings.sighted(id, Described.as("Completed", 5, Described.usual()));
		return id;
	}

	Experiment get(UUID id) {
		return this.experiments.get(id).experiment();
	}

	Standing standing(UUID id) {
		return this.overview.item(id).standing();
	}

	List<UUID> attention() {
		return this.overview.dashboard(AUTHOR).attention().stream().map((item) -> item.experiment().id()).toList();
	}

	List<String> actions(UUID id) {
		return this.events.stream(ExperimentEvent.class)
			.filter((event) -> event.experimentId().equals(id))
			.map(ExperimentEvent::action)
			.toList();
	}

	ExperimentEvent last(UUID id) {
		return this.events.stream(ExperimentEvent.class)
			.filter((event) -> event.experimentId().equals(id))
			.reduce((first, second) -> second)
			.orElseThrow();
	}

	static String shadowMode(Draft definition) {
		return CanonicalForm.of(Draft.of(definition.at("/ShadowModeConfig")));
	}

}
