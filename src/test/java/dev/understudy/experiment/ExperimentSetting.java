package dev.understudy.experiment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import dev.understudy.TestDatabase;
import dev.understudy.definition.Draft;
import dev.understudy.definition.Drafts;
import dev.understudy.target.Target;
import dev.understudy.target.Targets;

/** Experiments, and what becomes of them as delivery and SageMaker say. */
@SpringBootTest
@Import({ TestDatabase.class, CarriedOperations.class })
@RecordApplicationEvents
abstract class ExperimentSetting {

	static final String ARN = "arn:aws:sagemaker:us-east-1:111122223333:inference-experiment/fraud-v7-shadow";

	@Autowired
	Experiments experiments;

	@Autowired
	Sightings sightings;

	@Autowired
	Overview overview;

	@Autowired
	CarriedOperations delivery;

	@Autowired
	Targets targets;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Clock clock;

	@Autowired
	ApplicationEvents events;

	UUID draft(Draft draft) {
		return this.experiments.draft(new NewDraft(null, draft), Actors.author()).experiment().getId();
	}

	ExperimentView submit(Draft draft) {
		UUID id = draft(draft);
		this.experiments.submit(id, 1, Actors.author());
		return this.experiments.get(id);
	}

	ExperimentView live(String name) {
		ExperimentView submitted = submit(named(name));
		this.delivery.confirm(submitted.experiment(), ARN);
		return this.experiments.get(submitted.experiment().getId());
	}

	Target sandbox() {
		return this.targets.standard();
	}

	List<String> actions(ExperimentView view) {
		return this.events.stream(ExperimentEvent.class)
			.filter((event) -> event.experimentId().equals(view.experiment().getId()))
			.map(ExperimentEvent::action)
			.toList();
	}

	static Draft minimal() {
		return Drafts.minimal();
	}

	static Draft named(String name) {
		return Drafts.change(minimal(), "/Name", name);
	}

	static Sighting seen(String status, int minute) {
		Instant at = Instant.parse("2026-12-01T08:00:00Z");
		return new Sighting(at.plusSeconds(60L * minute), ARN, status, null, at, at, at.plusSeconds(86_400), null,
				(minute > 0) ? at : null, null, null);
	}

}
