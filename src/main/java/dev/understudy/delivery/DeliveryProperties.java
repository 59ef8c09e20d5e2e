package dev.understudy.delivery;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How patient delivery is. Exactly-once rests on the defaults; only tests shorten them.
 *
 * @param settle how long after the last send a request may still take effect and a look
 * may still not show it
 * @param inUse how long after "in use" a look may still not show what is in use
 * @param attempts how many unanswered attempts there may be
 * @param lifetime how long after it was asked for an operation may be sent
 * @param claim how long after its claim a request may leave
 * @param clockSkew how far the signed date may lie off the database's clock
 * @param shortestWait the least time between two looks
 * @param longestWait the most time between two looks
 * @param personWait time between two looks while a person has to act
 * @param lateStart how far in the past a start time may lie when sent
 * @param earlyEnd how far in the future an end time must lie when sent
 * @param missingFor how long a shadow test has to stay missing before it is believed to
 * be gone
 * @param sweep how often to look for operations that nobody works on
 */
@Validated
@ConfigurationProperties("understudy.delivery")
record DeliveryProperties(@DefaultValue("20m") @DurationMin(millis = 1) Duration settle,
		@DefaultValue("2m") @DurationMin(millis = 1) Duration inUse, @DefaultValue("3") @Min(1) @Max(10) int attempts,
		@DefaultValue("24h") @DurationMin(seconds = 1) Duration lifetime,
		@DefaultValue("30s") @DurationMin(millis = 1) @DurationMax(minutes = 5) Duration claim,
		@DefaultValue("2m") @DurationMin(millis = 1) @DurationMax(minutes = 5) Duration clockSkew,
		@DefaultValue("2s") @DurationMin(millis = 1) Duration shortestWait,
		@DefaultValue("60s") @DurationMin(millis = 1) Duration longestWait,
		@DefaultValue("10m") @DurationMin(millis = 1) Duration personWait,
		@DefaultValue("15m") @DurationMin(seconds = 1) Duration lateStart,
		@DefaultValue("1h") @DurationMin(seconds = 1) Duration earlyEnd,
		@DefaultValue("60s") @DurationMin(millis = 1) Duration missingFor,
		@DefaultValue("1m") @DurationMin(millis = 100) Duration sweep) {

}
