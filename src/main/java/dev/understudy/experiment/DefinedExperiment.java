package dev.understudy.experiment;

import java.time.Instant;

import jakarta.persistence.Embedded;
import jakarta.persistence.MappedSuperclass;
import org.jspecify.annotations.Nullable;

import dev.understudy.actor.Actor;
import dev.understudy.experiment.ExperimentEvent.What;

/**
 * The side of an experiment that its latest {@link Revision} tells.
 */
@MappedSuperclass
abstract class DefinedExperiment extends ExperimentIdentity {

	private int revision;

	private String sha256;

	@Embedded
	private Outline outline;

	@Embedded
	private Labels labels = Labels.NONE;

	private Instant updatedAt;

	@SuppressWarnings("NullAway.Init")
	protected DefinedExperiment() {
	}

	DefinedExperiment(Revision first, String target, String owner, @Nullable String ownerTag) {
		super(first.experimentId(), target, owner, first.at(), ownerTag);
		this.updatedAt = first.at();
		this.revision = first.number();
		this.sha256 = first.sha256();
		this.outline = Outline.of(getId(), first.draft());
	}

	void take(Revision next) {
		this.updatedAt = next.at();
		this.revision = next.number();
		this.sha256 = next.sha256();
		this.outline = Outline.of(getId(), next.draft());
	}

	/**
	 * Shows the schedule as SageMaker keeps it, which fills in what nobody gave.
	 */
	void schedule(@Nullable Instant start, @Nullable Instant end) {
		this.outline = this.outline.scheduled(start, end);
	}

	ExperimentEvent label(Labels next, Actor by, Instant now) {
		Labels before = this.labels;
		this.labels = next;
		touch(now);
		return event(What.LABELLED, by, Changes.facts("/labels", String.join(", ", before.labels())),
				Changes.facts("/labels", String.join(", ", next.labels())), null, null);
	}

	void touch(Instant now) {
		this.updatedAt = now;
	}

	public int getRevision() {
		return this.revision;
	}

	public String getDefinitionSha256() {
		return this.sha256;
	}

	public @Nullable String getName() {
		return this.outline.name();
	}

	public Outline getOutline() {
		return this.outline;
	}

	/**
	 * What people here sort it by.
	 */
	public Labels getLabels() {
		return this.labels;
	}

	public Instant getUpdatedAt() {
		return this.updatedAt;
	}

}
