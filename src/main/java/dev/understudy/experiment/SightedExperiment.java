package dev.understudy.experiment;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

import jakarta.persistence.Embedded;
import jakarta.persistence.MappedSuperclass;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.understudy.definition.Change;

/**
 * The side of an experiment that SageMaker shows: what it said last, and what of that is
 * known to us.
 */
@MappedSuperclass
abstract class SightedExperiment extends DefinedExperiment {

	private @Nullable String arn;

	private @Nullable Instant madeAt;

	private @Nullable Instant liveAt;

	@Embedded
	private @Nullable Sighting sighting;

	@Embedded
	private Known known = Known.NOTHING;

	protected SightedExperiment() {
	}

	SightedExperiment(Revision first, String target, String owner, @Nullable String ownerTag) {
		super(first, target, owner, ownerTag);
	}

	void created(String arn, @Nullable Instant madeAt, Instant now) {
		this.arn = arn;
		this.madeAt = madeAt;
		this.liveAt = now;
	}

	/**
	 * Puts a sighting into the place of the one before.
	 * @param ours whether changes may be our own doing; asked only if there are any
	 * @return what somebody else changed, from sighting to sighting
	 */
	List<Change> sight(Sighting seen, Predicate<List<Change>> ours) {
		Sighting before = this.sighting;
		List<Change> changes = (before != null) ? Known.between(before.definition(), seen.definition()) : List.of();
		boolean expected = changes.isEmpty() || seen.isEnding() || ours.test(changes);
		boolean drifted = this.known.drifted();
		this.known = this.known.after(before, seen, expected);
		this.sighting = seen;
		return (!expected && (drifted || this.known.drifted())) ? changes : List.of();
	}

	/**
	 * Takes in what a change of ours has made it, so that seeing it is no drift.
	 * @param made members of its definition as they are now
	 */
	void made(JsonNode made) {
		Sighting last = this.sighting;
		if (last != null && last.definition() != null) {
			this.sighting = last.with(Known.with(last.definition(), made));
			this.known = this.known.made(made, this.sighting);
		}
	}

	/**
	 * Takes what SageMaker says for known.
	 */
	void takeForKnown(Sighting seen) {
		this.known = new Known(seen.definition(), false);
	}

	public @Nullable String getArn() {
		return this.arn;
	}

	/**
	 * When SageMaker says that it was created, which tells it from others of its name.
	 * @return absent until a look has shown it
	 */
	@Nullable Instant madeAt() {
		return (this.sighting != null) ? this.sighting.creationTime() : this.madeAt;
	}

	public @Nullable Instant getLiveAt() {
		return this.liveAt;
	}

	/**
	 * What SageMaker said last, as of when it first said so.
	 */
	public @Nullable Sighting getSighting() {
		return this.sighting;
	}

	/**
	 * Where SageMaker says something else than is known, because somebody changed it
	 * there.
	 * @return before as it is known, after as SageMaker says; pointers count items as
	 * they are known
	 */
	public List<Change> getDrift() {
		return this.known.drift(this.sighting);
	}

}
