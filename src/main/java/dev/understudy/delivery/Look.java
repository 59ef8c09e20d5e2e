package dev.understudy.delivery;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One or more looks at SageMaker in a row that showed the same and led to the same.
 *
 * @param firstAt when it was seen first, by the database's clock
 * @param lastAt when it was seen last
 * @param times how often
 * @param seen what was seen, in words
 * @param decided what was decided upon it, in words
 * @param awsRequestId AWS's request id of the last one
 * @param duration how long the last one took
 */
public record Look(Instant firstAt, Instant lastAt, int times, String seen, String decided,
		@Nullable String awsRequestId, Duration duration) {

}
