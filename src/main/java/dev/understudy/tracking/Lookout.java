package dev.understudy.tracking;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.understudy.database.DatabaseClock;
import dev.understudy.experiment.Sighting;
import dev.understudy.experiment.Sightings;
import dev.understudy.experiment.Watched;
import dev.understudy.sagemaker.ListPage;
import dev.understudy.sagemaker.SageMakerRefusal;
import dev.understudy.target.Target;

/**
 * Takes one look at everything that is live in a target: a walk through the list, and a
 * closer look only at what changed or was not in it. No call is made within a
 * transaction.
 */
@Component
class Lookout {

	private final SweepCalls calls;

	private final Sightings sightings;

	private final CloserLook closer;

	private final Missing missing;

	private final Looks looks;

	private final DatabaseClock clock;

	Lookout(SweepCalls calls, Sightings sightings, CloserLook closer, Missing missing, Looks looks,
			DatabaseClock clock) {
		this.calls = calls;
		this.sightings = sightings;
		this.closer = closer;
		this.missing = missing;
		this.looks = looks;
		this.clock = clock;
	}

	/**
	 * Looks.
	 * @param target where
	 * @return what is live afterwards
	 * @throws SageMakerRefusal if SageMaker did not answer
	 */
	List<Watched> look(Target target) {
		List<Watched> watched = this.sightings.watched(target);
		if (watched.isEmpty()) {
			return watched;
		}
		Roll roll = new Roll(watched);
		Patience patience = new Patience();
		walk(target, roll, patience);
		// Absence from a list proves nothing.
		roll.unseen().forEach((one) -> patience.look(() -> this.closer.look(target, one)));
		this.looks.tidy(this.clock.now());
		return this.sightings.watched(target);
	}

	private void walk(Target target, Roll roll, Patience patience) {
		Instant now = this.clock.now();
		this.calls.walk(target, (page) -> {
			for (ListPage.Item item : page.items()) {
				roll.seen(item).ifPresent((one) -> patience.look(() -> compare(target, one, item, now)));
			}
			return !roll.endsWith(page);
		});
	}

	private void compare(Target target, Watched one, ListPage.Item item, Instant now) {
		if (says(item, one.sighting())) {
			this.missing.found(one);
			this.looks.succeeded(one.id(), now);
		}
		else {
			this.closer.look(target, one);
		}
	}

	/** Whether a list says nothing that is not known. */
	private static boolean says(ListPage.Item item, @Nullable Sighting last) {
		return last != null && last.definition() != null && last.status().equals(item.status())
				&& Objects.equals(last.lastModifiedTime(), item.lastModifiedTime())
				&& Objects.equals(last.creationTime(), item.creationTime());
	}

}
