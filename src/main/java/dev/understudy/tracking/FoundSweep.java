package dev.understudy.tracking;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.understudy.experiment.Stray;
import dev.understudy.experiment.Strays;
import dev.understudy.experiment.Whose;
import dev.understudy.sagemaker.ListPage;
import dev.understudy.sagemaker.Observed;
import dev.understudy.sagemaker.SageMakerRefusal;
import dev.understudy.sagemaker.SageMakerRefusal.Kind;
import dev.understudy.sagemaker.ShadowTest;
import dev.understudy.target.Target;

/**
 * Searches a target for experiments that are not under management here: a walk through
 * the whole list, with a closer look only at what is new or has changed. It only finds;
 * what becomes of it, people decide. No call is made within a transaction.
 */
@Component
class FoundSweep {

	private static final Logger logger = LoggerFactory.getLogger(FoundSweep.class);

	private final SweepCalls calls;

	private final FoundLook look;

	private final Strays strays;

	private final FoundStore store;

	private final Unreadable unreadable;

	private final SweepProperties properties;

	private final TrackingProperties tracking;

	private final Clock clock;

	FoundSweep(SweepCalls calls, FoundLook look, Strays strays, FoundStore store, Unreadable unreadable,
			SweepProperties properties, TrackingProperties tracking, Clock clock) {
		this.calls = calls;
		this.look = look;
		this.strays = strays;
		this.store = store;
		this.unreadable = unreadable;
		this.properties = properties;
		this.tracking = tracking;
		this.clock = clock;
	}

	/**
	 * Searches.
	 * @param target where
	 * @return true if nothing is left over for another search soon
	 * @throws SageMakerRefusal if SageMaker did not answer
	 */
	boolean sweep(Target target) {
		Instant began = this.clock.instant();
		Tally tally = new Tally(this.properties.sweepLooks());
		try {
			this.calls.walk(target, (page) -> {
				compare(target, page.items(), tally);
				return true;
			});
			this.store.notSeenSince(target, began).forEach((found) -> revisit(target, found, tally));
		}
		catch (SageMakerRefusal refusal) {
			this.store.swept(target, this.clock.instant(), false, tally.behind(), refusal.getMessage());
			throw refusal;
		}
		this.store.swept(target, this.clock.instant(), tally.isComplete(), tally.behind(), tally.problem());
		return tally.isComplete();
	}

	private void compare(Target target, List<ListPage.Item> page, Tally tally) {
		List<Stray> listed = page.stream().map((item) -> stray(target, item)).toList();
		Set<Stray> strays = Set.copyOf(this.strays.among(target, listed));
		page.stream()
			.filter((item) -> strays.contains(stray(target, item)))
			.forEach((item) -> compare(target, item, tally));
	}

	private void compare(Target target, ListPage.Item item, Tally tally) {
		Stray stray = stray(target, item);
		Optional<Found> known = this.store.find(stray).filter((it) -> isAsItWas(it, item));
		if (known.isPresent()) {
			this.store.seen(known.get().id(), this.clock.instant());
		}
		else {
			closer(stray, tally, () -> this.look.look(target, this.calls.describe(target, item.name())));
		}
	}

	// What was gone, or managed, and is listed again as neither, is news.
	private static boolean isAsItWas(Found known, ListPage.Item item) {
		return known.status().equals(item.status()) && Objects.equals(known.lastModifiedTime(), item.lastModifiedTime())
				&& known.schedule() != null && known.goneAt() == null && known.experimentId() == null;
	}

	/** Absence from a list proves nothing, so what was not in it is asked for by name. */
	private void revisit(Target target, Found found, Tally tally) {
		Stray stray = new Stray(target, found.name(), found.creationTime(), found.ownerTag());
		switch (this.strays.whose(stray, this.tracking.settling())) {
			case Whose.Ours(UUID experimentId) -> this.store.managed(found.id(), experimentId);
			case Whose.Pending _ -> logger.debug("'{}' may be ours soon", found.name());
			case Whose.Foreign _, Whose.OtherInstallation _, Whose.Orphan _ ->
				closer(stray, tally, () -> askFor(target, found));
		}
	}

	private void askFor(Target target, Found found) {
		try {
			Observed<ShadowTest> observed = this.calls.describe(target, found.name());
			if (!Objects.equals(observed.value().creationTime(), found.creationTime())) {
				this.store.gone(found.id(), this.clock.instant());
			}
			this.look.look(target, observed);
		}
		catch (SageMakerRefusal refusal) {
			if (refusal.kind() != Kind.NOT_FOUND) {
				throw refusal;
			}
			this.store.gone(found.id(), this.clock.instant());
		}
	}

	/** What cannot be read of one must not hide what there is to see of the others. */
	private void closer(Stray stray, Tally tally, Runnable look) {
		Optional<String> refused = this.unreadable.why(stray, this.clock.instant());
		if (refused.isPresent()) {
			tally.unread(refused.get());
		}
		else if (tally.spend()) {
			try {
				look.run();
			}
			catch (SageMakerRefusal refusal) {
				note(stray, tally, refusal);
			}
		}
	}

	private void note(Stray stray, Tally tally, SageMakerRefusal refusal) {
		switch (refusal.kind()) {
			case NOT_FOUND -> logger.debug("'{}' was listed and is not there any more", stray.name());
			case DENIED, INVALID, UNKNOWN -> {
				String words = Objects.requireNonNull(refusal.getMessage());
				this.unreadable.note(stray, this.clock.instant(), words);
				tally.unread(words);
			}
			default -> throw refusal;
		}
	}

	private static Stray stray(Target target, ListPage.Item item) {
		return new Stray(target, item.name(), item.creationTime(), null);
	}

}
