package dev.understudy.experiment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;

import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

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
public class Experiment extends ChangingExperiment {

	@Enumerated(EnumType.STRING)
	private Phase phase = Phase.DRAFT;

	private @Nullable UUID operationId;

	@Convert(converter = SetbackConverter.class)
	private @Nullable Setback setback;

	@Enumerated(EnumType.STRING)
	private Setback.@Nullable Kind setbackKind;

	@Embedded
	private @Nullable Ended ended;

	protected Experiment() {
	}

	Experiment(Revision first, String target, String owner) {
		super(first, target, owner, null);
	}

	Experiment(Revision first, NewAdoption adopted, String owner) {
		super(first, adopted.target().name(), owner, adopted.ownerTag());
		this.phase = Phase.LIVE;
		created(adopted.sighting().arn(), adopted.sighting().creationTime(), first.at());
	}

	ExperimentEvent drafted(Revision first, @Nullable String why, Actor by) {
		return event(What.DRAFTED, by, null, first.draft().json(), why, null);
	}

	ExperimentEvent adopted(Actor by, Sighting seen) {
		return event(What.ADOPTED, by, null,
				Changes.facts("arn", seen.arn(), "revision", getRevision(), "sha256", getDefinitionSha256()), null,
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

	/** Fails unless somebody may type into its form. */
	void ensureEditable() {
		if (this.phase != Phase.DRAFT && !isInConflict()) {
			throw new IllegalPhaseException(this.phase, "only a draft can be edited");
		}
	}

	ExperimentEvent revise(Revision before, Revision next, @Nullable String why, Actor by) {
		ensureRevisable(next.draft());
		What what = isInConflict() ? What.RENAMED : What.REVISED;
		if (this.phase != Phase.DRAFT) {
			moveTo(Phase.DRAFT, next.at(), "only a draft can be edited");
		}
		setBack(null);
		take(next);
		Changes changes = Changes.between(before.draft(), next.draft());
		return event(what, by, changes.before(), changes.after(), why, null);
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
		return event(What.SUBMITTED, by, null,
				Changes.facts("revision", getRevision(), "sha256", getDefinitionSha256()), null, null);
	}

	ExperimentEvent live(String arn, @Nullable Instant madeAt, Actor by, Instant now, @Nullable String awsRequestId) {
		moveTo(Phase.LIVE, now, "only one being submitted can go live");
		created(arn, madeAt, now);
		setBack(null);
		return event(What.LIVE, by, null, Changes.facts("arn", arn), null, awsRequestId);
	}

	/** Back to draft, or in the way of a name conflict waiting for another name. */
	ExperimentEvent setBack(Setback reason, Actor by, Instant now) {
		boolean conflict = reason.kind() == Setback.Kind.CONFLICT;
		if (!conflict) {
			moveTo(Phase.DRAFT, now, "only one being submitted can be returned");
		}
		touch(now);
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
	 * @param ours whether changes may be our own doing; asked only if there are any
	 * @return that it drifted, that it ended, both or nothing
	 */
	List<ExperimentEvent> see(Sighting seen, Predicate<List<Change>> ours, Actor by) {
		List<Change> changed = sight(seen, ours);
		touch(seen.observedAt());
		schedule(seen.startTime(), seen.endTime());
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
		schedule(seen.startTime(), seen.endTime());
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
		touch(now);
		return event(What.GONE, by, null, null, null, null);
	}

	/**
	 * Takes note of what a change of ours has made it.
	 * @param made members of its definition as they are now; none for its tags, which
	 * SageMaker does not describe
	 */
	ExperimentEvent become(What what, Revision before, Revision next, JsonNode made, Actor by,
			@Nullable String awsRequestId) {
		made(made);
		take(next);
		Sighting seen = getSighting();
		if (seen != null) {
			Draft now = Draft.of(made);
			schedule(now.startTime().orElse(seen.startTime()), now.endTime().orElse(seen.endTime()));
		}
		Changes changes = Changes.between(before.draft(), next.draft());
		return event(what, by, changes.before(), changes.after(), null, awsRequestId);
	}

	/**
	 * Takes note that SageMaker deleted it for us, which frees its name. One that had
	 * ended keeps its ending.
	 */
	ExperimentEvent deleted(Actor by, Instant now, @Nullable String awsRequestId) {
		if (this.phase == Phase.LIVE) {
			moveTo(Phase.ENDED, now, "only a live one can end");
			this.ended = Ended.of(Ending.DELETED, getSighting(), now);
		}
		else if (this.ended != null) {
			this.ended = this.ended.gone(now);
			touch(now);
		}
		return event(What.DELETED, by, null, null, null, awsRequestId);
	}

	private void moveTo(Phase wanted, Instant now, String otherwise) {
		if (!this.phase.next().contains(wanted)) {
			throw new IllegalPhaseException(this.phase, otherwise);
		}
		this.phase = wanted;
		touch(now);
	}

	private void setBack(@Nullable Setback reason) {
		this.setback = reason;
		this.setbackKind = (reason != null) ? reason.kind() : null;
	}

	/**
	 * Whether SageMaker knows it, as far as we know.
	 */
	boolean isThere() {
		return this.phase == Phase.LIVE || (this.ended != null && this.ended.goneAt() == null);
	}

	/**
	 * Whether it waits for another name because SageMaker has something else by its name.
	 */
	public boolean isInConflict() {
		return this.phase == Phase.SUBMITTING && this.setbackKind == Setback.Kind.CONFLICT;
	}

	@Override
	public Phase getPhase() {
		return this.phase;
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

	public @Nullable Ended getEnded() {
		return this.ended;
	}

}
