package dev.understudy.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import dev.understudy.actor.Actor;
import dev.understudy.actor.Role;
import dev.understudy.definition.Draft;
import dev.understudy.experiment.ExperimentEvent;
import dev.understudy.experiment.ExperimentQuery;
import dev.understudy.experiment.Experiments;
import dev.understudy.experiment.NewDraft;
import dev.understudy.sagemaker.ShadowTest;
import dev.understudy.sagemaker.ShadowTests;
import dev.understudy.simulator.SampleExperiments;
import dev.understudy.target.Target;
import dev.understudy.target.Targets;

/**
 * Fills an empty sandbox with experiments in every state. They go the way any experiment
 * goes, through drafts, submission and delivery; only then does the simulator let time
 * have passed. One was made elsewhere, for there to be something to find.
 */
@Component
@InSandbox
@ConditionalOnProperty(name = "understudy.sandbox.samples", matchIfMissing = true)
class Samples {

	private static final Logger logger = LoggerFactory.getLogger(Samples.class);

	private static final Actor AUTHOR = new Actor(Actor.Kind.USER, "author", Role.AUTHOR.permissions(), "sandbox",
			null);

	private final Experiments experiments;

	private final ShadowTests shadowTests;

	private final SampleExperiments sageMaker;

	private final Target target;

	private final Clock clock;

	private final Map<UUID, Sample> awaited = new ConcurrentHashMap<>();

	Samples(Experiments experiments, ShadowTests shadowTests, SampleExperiments sageMaker, Targets targets,
			Clock clock) {
		this.experiments = experiments;
		this.shadowTests = shadowTests;
		this.sageMaker = sageMaker;
		this.target = targets.standard();
		this.clock = clock;
	}

	@EventListener(ApplicationReadyEvent.class)
	@Order(1)
	void fill() {
		if (this.experiments.list(ExperimentQuery.ALL).items().isEmpty()) {
			read().forEach(this::make);
			logger.info("The sandbox was empty: made sample experiments");
		}
	}

	private void make(Sample sample) {
		Instant now = this.clock.instant();
		Draft definition = sample.draft(this.target.executionRoles().getFirst(), now);
		if (sample.isForeign()) {
			this.sageMaker.put(definition.document(), Objects.requireNonNull(sample.life()).past(now));
			return;
		}
		NewDraft draft = new NewDraft(null, definition);
		UUID id = this.experiments.draft(draft, AUTHOR).experiment().getId();
		if (sample.isForSubmission()) {
			this.awaited.put(id, sample);
			this.experiments.submit(id, null, AUTHOR);
		}
	}

	/**
	 * Runs before tracking can have seen it: the creation time stays as SageMaker made
	 * it.
	 */
	@TransactionalEventListener(condition = "#event.what().name() == 'LIVE'")
	void letTimePass(ExperimentEvent event) {
		Sample sample = this.awaited.remove(event.experimentId());
		if (sample == null || sample.life() == null) {
			return;
		}
		ShadowTest created = this.shadowTests.describe(this.target, sample.name()).value();
		Instant now = this.clock.instant();
		Instant createdAt = (created.creationTime() != null) ? created.creationTime() : now;
		this.sageMaker.rewrite(sample.name(), sample.life().past(createdAt, now));
	}

	private static List<Sample> read() {
		try {
			byte[] samples = new ClassPathResource("sandbox/samples.json").getContentAsByteArray();
			return JsonMapper.shared().readValue(samples, new TypeReference<>() {
			});
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
