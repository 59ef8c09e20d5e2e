package dev.understudy.delivery;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * One look at SageMaker.
 *
 * @param seen what it showed
 * @param awsRequestId AWS's id of the request that showed it, where AWS answered
 * @param duration how long looking took
 */
record Sight(Observation seen, @Nullable String awsRequestId, Duration duration) {

	static final Sight NONE = new Sight(new Observation.NotLooked(), null, Duration.ZERO);

}
