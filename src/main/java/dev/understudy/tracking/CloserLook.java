package dev.understudy.tracking;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.understudy.database.DatabaseClock;
import dev.understudy.experiment.Sightings;
import dev.understudy.experiment.Watched;
import dev.understudy.sagemaker.Observed;
import dev.understudy.sagemaker.SageMakerRefusal;
import dev.understudy.sagemaker.ShadowTest;
import dev.understudy.sagemaker.ShadowTests;
import dev.understudy.target.Target;

/**
 * Looks at one experiment and tells what it saw. Times are the database's, which delivery
 * goes by too. No call is made within a transaction.
 */
@Component
class CloserLook {

	private static final Logger logger = LoggerFactory.getLogger(CloserLook.class);

	private final ShadowTests shadowTests;

	private final Sightings sightings;

	private final Missing missing;

	private final Looks looks;

	private final Budget budget;

	private final DatabaseClock clock;

	CloserLook(ShadowTests shadowTests, Sightings sightings, Missing missing, Looks looks, Budget budget,
			DatabaseClock clock) {
		this.shadowTests = shadowTests;
		this.sightings = sightings;
		this.missing = missing;
		this.looks = looks;
		this.budget = budget;
		this.clock = clock;
	}

	/**
	 * Looks.
	 * @param target where it is
	 * @param one the experiment
	 * @return true if there was news
	 * @throws SageMakerRefusal if SageMaker did not answer
	 */
	boolean look(Target target, Watched one) {
		this.budget.spend(target);
		Instant now = this.clock.now();
		this.looks.tried(one.id(), now);
		try {
			Observed<ShadowTest> observed = this.shadowTests.describe(target, one.name());
			return take(one, observed.value(), now, observed.awsRequestId());
		}
		catch (SageMakerRefusal refusal) {
			return switch (refusal.kind()) {
				case NOT_FOUND -> doubt(one, now);
				// What cannot be read of one must not hide what there is to see of the
				// others.
				case DENIED, INVALID, UNKNOWN -> {
					logger.warn("Experiment {} ({}) cannot be looked at: {}", one.id(), one.name(),
							refusal.getMessage());
					yield false;
				}
				default -> throw refusal;
			};
		}
	}

	private boolean take(Watched one, ShadowTest seen, Instant now, @Nullable String awsRequestId) {
		if (!Identity.isSame(one, seen)) {
			return doubt(one, now);
		}
		this.missing.found(one);
		boolean news = this.sightings.sighted(one.id(), Seen.of(seen, now, awsRequestId), this.looks.last(one.id()));
		if (news) {
			logger.info("Experiment {} ({}) is {}", one.id(), one.name(), seen.status());
		}
		this.looks.succeeded(one.id(), now);
		return news;
	}

	private boolean doubt(Watched one, Instant now) {
		boolean gone = this.missing.isGone(one, now);
		if (gone) {
			this.missing.found(one);
			logger.warn("Experiment {} ({}) is gone from SageMaker, and not through us", one.id(), one.name());
		}
		return gone;
	}

}
