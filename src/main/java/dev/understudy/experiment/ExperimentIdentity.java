package dev.understudy.experiment;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import dev.understudy.actor.Actor;
import dev.understudy.experiment.ExperimentEvent.What;

/**
 * What stays the same about an experiment for its whole life, and the version of its row.
 */
@MappedSuperclass
abstract class ExperimentIdentity {

	@Id
	private UUID id;

	/** Starts at 1 as revisions do, so that a new one has a single ETag. */
	@Version
	private long version = 1;

	@Column(updatable = false)
	private String target;

	@Column(updatable = false)
	private String owner;

	@Column(updatable = false)
	private Instant createdAt;

	@Column(updatable = false)
	private @Nullable String ownerTag;

	@Embedded
	private @Nullable Origin origin;

	@SuppressWarnings("NullAway.Init")
	protected ExperimentIdentity() {
	}

	ExperimentIdentity(UUID id, String target, String owner, Instant createdAt, @Nullable String ownerTag) {
		this.id = id;
		this.target = target;
		this.owner = owner;
		this.createdAt = createdAt;
		this.ownerTag = ownerTag;
	}

	void beginWith(@Nullable Origin origin) {
		this.origin = origin;
	}

	public UUID getId() {
		return this.id;
	}

	/**
	 * Changes whenever anything of the experiment changes.
	 * @return the version of the row, from 1
	 */
	public long getVersion() {
		return this.version;
	}

	public String getTarget() {
		return this.target;
	}

	public String getOwner() {
		return this.owner;
	}

	public Instant getCreatedAt() {
		return this.createdAt;
	}

	/**
	 * What marked it when it was adopted.
	 * @return the value of the tag <code>understudy:operation</code>; null if it had
	 * none, and for what was created here, which carries that of its Create operation
	 */
	public @Nullable String getOwnerTag() {
		return this.ownerTag;
	}

	/**
	 * What its definition was begun with, if that is kept for many.
	 * @return null if it was begun with nothing, or with another experiment that was
	 */
	public @Nullable Origin getOrigin() {
		return this.origin;
	}

	final ExperimentEvent event(What what, Actor by, @Nullable String before, @Nullable String after,
			@Nullable String reason, @Nullable String awsRequestId) {
		return new ExperimentEvent(what, by, this.id, this.target, before, after, reason, awsRequestId);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof ExperimentIdentity that && this.id.equals(that.getId());
	}

	@Override
	public int hashCode() {
		return this.id.hashCode();
	}

}
