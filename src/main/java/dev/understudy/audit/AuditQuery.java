package dev.understudy.audit;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Which entries to find. What is absent does not restrict.
 *
 * @param actor exact name of the actor
 * @param action an action such as <code>experiment.revised</code>, or a noun such as
 * <code>experiment</code> for all of its actions
 * @param experimentId the experiment it was done to
 * @param target exactly what it was done to
 * @param from not before this time
 * @param to before this time
 * @param q a request id or AWS request id, exactly
 */
public record AuditQuery(@Nullable String actor, @Nullable String action, @Nullable UUID experimentId,
		@Nullable String target, @Nullable Instant from, @Nullable Instant to, @Nullable String q) {

	/** Everything. */
	public static final AuditQuery ALL = new AuditQuery(null, null, null, null, null, null, null);

	/**
	 * All that was done to one experiment.
	 * @param experimentId its id
	 * @return a query
	 */
	public static AuditQuery ofExperiment(UUID experimentId) {
		return new AuditQuery(null, null, experimentId, null, null, null, null);
	}

	// PostgreSQL has no text with a NUL in it, so none was ever written.
	boolean cannotMatch() {
		return Stream.of(this.actor, this.action, this.target, this.q)
			.anyMatch((text) -> text != null && text.indexOf('\0') >= 0);
	}

}
