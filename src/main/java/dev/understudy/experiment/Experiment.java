package dev.understudy.experiment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

import dev.understudy.actor.Actor;
import dev.understudy.definition.Change;
import dev.understudy.definition.Draft;
import dev.understudy.experiment.ExperimentEvent.What;

/**
 * One shadow test from first draft to archived record. Anybody may read it; only this
 * module changes it, by verbs that each guard themselves and return what happened. Its
 * definition stands in its {@link Revision}s.
 */
@Entity
public class Experiment extends SightedExperiment {

	@Enumerated(EnumType.STRING)
	private Phase phase = Phase.DRAFT;

	private int revision;

	private String sha256;

	private @Nullable UUID operationId;

	@Convert(converter = SetbackConverter.class)
	private @Nullable Setback setback;

	@Enumerated(EnumType.STRING)
	private Setback.@Nullable Kind setbackKind;

	@Embedded
	private Outline outline;

	private Instant updatedAt;

	@Embedded
	private @Nullable Ended ended;

	@SuppressWarnings("NullAway.Init")
	protected Experiment() {
	}

	Experiment(Revision first, String target, String owner) {
		this(first, target, owner, null);
	}

	Experiment(Revision first, NewAdoption adopted, String owner) {
		this(first, adopted.target().name(), owner, adopted.ownerTag());
		this.phase = Phase.LIVE;
		created(adopted.sighting().arn(), first.at());
	}

	private Experiment(Revision first, String target, String owner, @Nullable String ownerTag) {
		super(first.experimentId(), target, owner, first.at(), ownerTag);
		this.updatedAt = first.at();
		this.revision = first.number();
		this.sha256 = first.sha256();
		this.outline = Outline.of(getId(), first.draft());
	}

	ExperimentEvent drafted(Revision first, Actor by) {
		return event(What.DRAFTED, by, null, first.draft().json(), null, null);
	}

	ExperimentEvent adopted(Actor by, Sighting seen) {
		return event(What.ADOPTED, by, null,
				Changes.facts("arn", seen.arn(), "revision", this.revision, "sha256", this.sha256), null,
				seen.awsRequestId());
	}

	/**
	 * Fails unless this draft may take the place of the latest revision: while drafting,
	 * and with another name after a name conflict.
	 */
	void ensureRevisable(Draft draft) {
		if (isInConflict()) {
			if (Objects.equals(draft.name().orElse(null), getName())) {
				throw new IllegalPhaseException(this.phase, "its name is taken in SageMaker, give it another one");
			}
		}
		else if (this.phase != Phase.DRAFT) {
			throw new IllegalPhaseException(this.phase, "only a draft can be edited");
		}
	}

	ExperimentEvent revise(Revision before, Revision next, Actor by) {
		ensureRevisable(next.draft());
		What what = isInConflict() ? What.RENAMED : What.REVISED;
		if (this.phase != Phase.DRAFT) {
			moveTo(Phase.DRAFT, next.at(), "only a draft can be edited");
		}
		setBack(null);
		take(next);
		Changes changes = Changes.between(before.draft(), next.draft());
		return event(what, by, changes.before(), changes.after(), null, null);
	}

	private void take(Revision next) {
		this.updatedAt = next.at();
		this.revision = next.number();
		this.sha256 = next.sha256();
		this.outline = Outline.of(getId(), next.draft());
	}

	ExperimentEvent discard(Actor by, Instant now) {
		moveTo(Phase.DISCARDED, now, "only a draft can be discarded");
		setBack(null);
		return event(What.DISCARDED, by, null, null, null, null);
	}

	void ensureSubmittable() {
		if (isInConflict()) {
			throw new IllegalPhaseException(this.phase, "its name is taken in SageMaker, give it another one first");
		}
		if (this.phase == Phase.SUBMITTING) {
			throw new IllegalPhaseException(this.phase, "operation %s is on its way".formatted(this.operationId),
					this.operationId);
		}
		if (this.phase != Phase.DRAFT) {
			throw new IllegalPhaseException(this.phase, "only a draft can be submitted");
		}
	}

	ExperimentEvent submit(UUID operation, Actor by, Instant now) {
		ensureSubmittable();
		moveTo(Phase.SUBMITTING, now, "only a draft can be submitted");
		this.operationId = operation;
		setBack(null);
		return event(What.SUBMITTED, by, null, Changes.facts("revision", this.revision, "sha256", this.sha256), null,
				null);
	}

	ExperimentEvent live(String arn, Actor by, Instant now) {
		moveTo(Phase.LIVE, now, "only one being submitted can go live");
		created(arn, now);
		setBack(null);
		return event(What.LIVE, by, null, Changes.facts("arn", arn), null, null);
	}

	/** Back to draft, or in the way of a name conflict waiting for another name. */
	ExperimentEvent setBack(Setback reason, Actor by, Instant now) {
		boolean conflict = reason.kind() == Setback.Kind.CONFLICT;
		if (!conflict) {
			moveTo(Phase.DRAFT, now, "only one being submitted can be returned");
		}
		this.updatedAt = now;
		setBack(reason);
		return event(conflict ? What.CONFLICT : What.RETURNED, by, null, null, reason.message(), reason.awsRequestId());
	}

	/** Whether SageMaker says anything of it that it did not say before. */
	boolean isNews(Sighting seen) {
		Sighting last = getSighting();
		return this.phase == Phase.LIVE && seen.differsFrom(last)
				&& (last == null || !seen.observedAt().isBefore(last.observedAt()));
	}

	/**
	 * Takes note of news from SageMaker.
	 * @param ours whether a change may be our own doing; asked only if there is one
	 * @return that it drifted, that it ended, both or nothing
	 */
	List<ExperimentEvent> see(Sighting seen, BooleanSupplier ours, Actor by) {
		List<Change> changed = sight(seen, ours);
		this.updatedAt = seen.observedAt();
		this.outline = this.outline.scheduled(seen.startTime(), seen.endTime());
		List<ExperimentEvent> events = new ArrayList<>();
		if (!changed.isEmpty()) {
			Changes changes = Changes.of(changed);
			events.add(event(What.DRIFTED, by, changes.before(), changes.after(), null, seen.awsRequestId()));
		}
		Ending ending = seen.ending();
		if (ending != null) {
			events.add(end(ending, by, seen.observedAt()));
		}
		return events;
	}

	/** Takes what SageMaker says for what it is; the revision says so. */
	ExperimentEvent acceptDrift(Revision next, Actor by) {
		Sighting seen = getSighting();
		List<Change> drift = getDrift();
		if (seen == null || drift.isEmpty()) {
			throw new IllegalPhaseException(this.phase, "it was not changed outside, or somebody has taken note of it");
		}
		takeForKnown(seen);
		take(next);
		this.outline = this.outline.scheduled(seen.startTime(), seen.endTime());
		Changes changes = Changes.of(drift);
		return event(What.DRIFT_ACCEPTED, by, changes.before(), changes.after(), null, null);
	}

	ExperimentEvent end(Ending how, Actor by, Instant now) {
		moveTo(Phase.ENDED, now, "only a live one can end");
		Sighting last = getSighting();
		this.ended = Ended.of(how, last, now);
		return event((how == Ending.GONE) ? What.GONE : What.ENDED, by, null, Changes.facts("ending", how.id()),
				(last != null) ? last.statusReason() : null, null);
	}

	/** Takes note that SageMaker does not know it any more, which frees its name. */
	ExperimentEvent gone(Actor by, Instant now) {
		if (this.phase == Phase.LIVE) {
			return end(Ending.GONE, by, now);
		}
		if (this.ended == null || !isThere()) {
			throw new IllegalPhaseException(this.phase, "only one that SageMaker had can be gone");
		}
		this.ended = this.ended.gone(now);
		this.updatedAt = now;
		return event(What.GONE, by, null, null, null, null);
	}

	private void moveTo(Phase wanted, Instant now, String otherwise) {
		if (!this.phase.next().contains(wanted)) {
			throw new IllegalPhaseException(this.phase, otherwise);
		}
		this.phase = wanted;
		this.updatedAt = now;
	}

	private void setBack(@Nullable Setback reason) {
		this.setback = reason;
		this.setbackKind = (reason != null) ? reason.kind() : null;
	}

	private ExperimentEvent event(What what, Actor by, @Nullable String before, @Nullable String after,
			@Nullable String reason, @Nullable String awsRequestId) {
		return new ExperimentEvent(what, by, getId(), getTarget(), before, after, reason, awsRequestId);
	}

	/** Whether SageMaker knows it, as far as we know. */
	boolean isThere() {
		return this.phase == Phase.LIVE || (this.ended != null && this.ended.goneAt() == null);
	}

	/**
	 * Whether it waits for another name because SageMaker has something else by its name.
	 */
	public boolean isInConflict() {
		return this.phase == Phase.SUBMITTING && this.setbackKind == Setback.Kind.CONFLICT;
	}

	public Phase getPhase() {
		return this.phase;
	}

	public int getRevision() {
		return this.revision;
	}

	public String getDefinitionSha256() {
		return this.sha256;
	}

	public @Nullable UUID getOperationId() {
		return this.operationId;
	}

	/**
	 * Why the last attempt to create it came to nothing.
	 */
	public @Nullable Setback getSetback() {
		return this.setback;
	}

	public @Nullable String getName() {
		return this.outline.name();
	}

	public Outline getOutline() {
		return this.outline;
	}

	public Instant getUpdatedAt() {
		return this.updatedAt;
	}

	public @Nullable Ended getEnded() {
		return this.ended;
	}

}
