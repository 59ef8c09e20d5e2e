package dev.understudy.tracking;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.understudy.experiment.Sighting;
import dev.understudy.experiment.Sightings;
import dev.understudy.experiment.Watched;
import dev.understudy.sagemaker.ListPage;
import dev.understudy.sagemaker.ListRequest;
import dev.understudy.sagemaker.Observed;
import dev.understudy.sagemaker.SageMakerRefusal;
import dev.understudy.sagemaker.ShadowTest;
import dev.understudy.sagemaker.ShadowTests;
import dev.understudy.target.Target;

/**
 * Takes one look at everything that is live in a target: a walk through the list, and a
 * closer look only at what changed or was not in it. No call is made within a
 * transaction.
 */
@Component
class Lookout {

	private static final Logger logger = LoggerFactory.getLogger(Lookout.class);

	private final ShadowTests shadowTests;

	private final Sightings sightings;

	private final Missing missing;

	private final Clock clock;

	Lookout(ShadowTests shadowTests, Sightings sightings, Missing missing, Clock clock) {
		this.shadowTests = shadowTests;
		this.sightings = sightings;
		this.missing = missing;
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
		roll.unseen().forEach((one) -> lookCloser(target, one));
		return this.sightings.watched(target);
	}

	private void walk(Target target, Roll roll) {
		ListRequest request = ListRequest.FIRST;
		ListPage page = this.shadowTests.list(target, request);
		while (true) {
			for (ListPage.Item item : page.items()) {
				roll.seen(item).ifPresent((one) -> compare(target, one, item));
			}
			String next = page.nextToken();
			if (next == null || roll.endsWith(page)) {
				return;
			}
			request = request.after(next);
			page = this.shadowTests.list(target, request);
		}
	}

	private void compare(Target target, Watched one, ListPage.Item item) {
		Sighting last = one.sighting();
		boolean news = last == null || !last.status().equals(item.status())
				|| !Objects.equals(last.lastModifiedTime(), item.lastModifiedTime())
				|| !Objects.equals(last.creationTime(), item.creationTime());
		if (news) {
			lookCloser(target, one);
		}
		else {
			this.missing.found(one);
		}
	}

	private void lookCloser(Target target, Watched one) {
		try {
			Observed<ShadowTest> observed = this.shadowTests.describe(target, one.name());
			take(one, observed.value(), observed.awsRequestId());
		}
		catch (SageMakerRefusal refusal) {
			switch (refusal.kind()) {
				case NOT_FOUND -> doubt(one);
				// What cannot be read of one must not hide what there is to see of the
				// others.
				case DENIED, INVALID, UNKNOWN -> logger.warn("Experiment {} ({}) cannot be looked at: {}", one.id(),
						one.name(), refusal.getMessage());
				default -> throw refusal;
			}
		}
	}

	private void take(Watched one, ShadowTest seen, @Nullable String awsRequestId) {
		if (!Identity.isSame(one, seen)) {
			doubt(one);
			return;
		}
		this.missing.found(one);
		if (this.sightings.sighted(one.id(), Seen.of(seen, this.clock.instant(), awsRequestId))) {
			logger.info("Experiment {} ({}) is {}", one.id(), one.name(), seen.status());
		}
	}

	private void doubt(Watched one) {
		Instant now = this.clock.instant();
		if (this.missing.isCertain(one, now) && this.sightings.gone(one.id(), now)) {
			this.missing.found(one);
			logger.warn("Experiment {} ({}) is gone from SageMaker, and not through us", one.id(), one.name());
		}
	}

}
