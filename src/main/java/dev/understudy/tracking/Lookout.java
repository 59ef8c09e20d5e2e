package dev.understudy.tracking;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.understudy.database.DatabaseClock;
import dev.understudy.experiment.Sighting;
import dev.understudy.experiment.Sightings;
import dev.understudy.experiment.Watched;
import dev.understudy.sagemaker.ListPage;
import dev.understudy.sagemaker.ListRequest;
import dev.understudy.sagemaker.SageMakerRefusal;
import dev.understudy.sagemaker.ShadowTests;
import dev.understudy.target.Target;

/**
 * Takes one look at everything that is live in a target: a walk through the list, and a
 * closer look only at what changed or was not in it. No call is made within a
 * transaction.
 */
@Component
class Lookout {

	private final ShadowTests shadowTests;

	private final Sightings sightings;

	private final CloserLook closer;

	private final Missing missing;

	private final Looks looks;

	private final Budget budget;

	private final DatabaseClock clock;

	Lookout(ShadowTests shadowTests, Sightings sightings, CloserLook closer, Missing missing, Looks looks,
			Budget budget, DatabaseClock clock) {
		this.shadowTests = shadowTests;
		this.sightings = sightings;
		this.closer = closer;
		this.missing = missing;
		this.looks = looks;
		this.budget = budget;
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
		walk(target, roll);
		// Absence from a list proves nothing.
		roll.unseen().forEach((one) -> this.closer.look(target, one));
		this.looks.tidy(this.clock.now());
		return this.sightings.watched(target);
	}

	private void walk(Target target, Roll roll) {
		Instant now = this.clock.now();
		Set<String> tokens = new HashSet<>();
		ListRequest request = ListRequest.FIRST;
		while (true) {
			this.budget.spend(target);
			ListPage page = this.shadowTests.list(target, request);
			for (ListPage.Item item : page.items()) {
				roll.seen(item).ifPresent((one) -> compare(target, one, item, now));
			}
			String next = page.nextToken();
			if (next == null || roll.endsWith(page)) {
				return;
			}
			ensureNew(tokens, next);
			request = request.after(next);
		}
	}

	/** A list that leads back into itself would be walked for ever. */
	private static void ensureNew(Set<String> tokens, String next) {
		if (!tokens.add(next)) {
			throw new SageMakerRefusal(SageMakerRefusal.Kind.UNKNOWN, "endless-list",
					"ListInferenceExperiments does not come to an end", null, null);
		}
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
