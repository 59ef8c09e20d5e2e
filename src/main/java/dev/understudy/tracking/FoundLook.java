package dev.understudy.tracking;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.understudy.actor.Actor;
import dev.understudy.database.Ids;
import dev.understudy.definition.Draft;
import dev.understudy.experiment.Stray;
import dev.understudy.experiment.Strays;
import dev.understudy.experiment.Whose;
import dev.understudy.sagemaker.Observed;
import dev.understudy.sagemaker.ShadowTest;
import dev.understudy.target.Target;

/**
 * Finds out whose a described experiment is and keeps it, if it is not under management
 * here. One that this installation made is an alarm, raised once.
 */
@Component
class FoundLook {

	private static final Logger logger = LoggerFactory.getLogger(FoundLook.class);

	private final SweepCalls calls;

	private final Strays strays;

	private final FoundStore store;

	private final TransactionTemplate transaction;

	private final TrackingProperties properties;

	private final Ids ids;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	FoundLook(SweepCalls calls, Strays strays, FoundStore store, TransactionTemplate transaction,
			TrackingProperties properties, Ids ids, Clock clock, ApplicationEventPublisher events) {
		this.calls = calls;
		this.strays = strays;
		this.store = store;
		this.transaction = transaction;
		this.properties = properties;
		this.ids = ids;
		this.clock = clock;
		this.events = events;
	}

	/**
	 * Looks.
	 * @param target where it stands
	 * @param observed its description
	 * @throws dev.understudy.sagemaker.SageMakerRefusal if its tags could not be read
	 */
	void look(Target target, Observed<ShadowTest> observed) {
		ShadowTest seen = observed.value();
		Stray untagged = new Stray(target, seen.name(), seen.creationTime(), null);
		this.strays.replaced(untagged, this.clock.instant());
		if (this.strays.among(target, List.of(untagged)).isEmpty()) {
			return;
		}
		Map<String, String> tags = this.calls.tags(target, seen.arn());
		Stray stray = Stray.tagged(target, seen.name(), seen.creationTime(), tags);
		switch (this.strays.whose(stray, this.properties.settling())) {
			case Whose.Held _ -> logger.debug("'{}' is ours, or may be soon", seen.name());
			case Whose.Foreign() -> keep(found(stray, seen, Owner.FOREIGN, null), stray, null, observed);
			case Whose.OtherInstallation() ->
				keep(found(stray, seen, Owner.OTHER_INSTALLATION, null), stray, null, observed);
			case Whose.Orphan(UUID operation, UUID experiment) ->
				keep(found(stray, seen, Owner.ORPHAN, operation), stray, experiment, observed);
		}
	}

	private void keep(Found found, Stray stray, @Nullable UUID experimentId, Observed<ShadowTest> observed) {
		this.transaction.executeWithoutResult((status) -> {
			@Nullable Found before = this.store.find(stray).flatMap((it) -> this.store.lock(it.id())).orElse(null);
			if (this.strays.among(stray.target(), List.of(stray)).isEmpty()) {
				// Somebody has just adopted it.
				return;
			}
			this.store.keep(found);
			if (found.owner() == Owner.ORPHAN && !isKnownOrphan(before)) {
				alarm(found, experimentId, observed.awsRequestId());
			}
		});
	}

	private void alarm(Found found, @Nullable UUID experimentId, @Nullable String awsRequestId) {
		logger.warn(
				"Target {} has {} ({}), made by operation {} of this installation, which does not have it:"
						+ " take it under management or stop it",
				found.target(), found.name(), found.status(), found.operationId());
		this.events
			.publishEvent(new OrphanFound(Actor.system("tracking", Objects.requireNonNullElse(awsRequestId, "none")),
					experimentId, found, awsRequestId));
	}

	private static boolean isKnownOrphan(@Nullable Found before) {
		return before != null && before.owner() == Owner.ORPHAN && before.goneAt() == null
				&& before.experimentId() == null;
	}

	private Found found(Stray stray, ShadowTest seen, Owner owner, @Nullable UUID operationId) {
		Instant now = this.clock.instant();
		String endpoint = seen.definition().path("EndpointName").asString("");
		return new Found(this.ids.next(), stray.target().name(), seen.name(), seen.arn(), seen.status(),
				seen.creationTime(), seen.lastModifiedTime(), endpoint.isEmpty() ? null : endpoint,
				Found.Schedule.of(new Draft(seen.definition())), owner, stray.ownerTag(), operationId, now, now, null,
				null);
	}

}
