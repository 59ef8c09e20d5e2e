package dev.understudy.tracking;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often SageMaker is asked.
 *
 * @param fresh how soon after a change to look again; the pause then grows with the time
 * that nothing changes
 * @param transitional the longest pause while anything is expected to change
 * @param steady the pause while nothing is, and the longest one after failures
 * @param missingFor how long an experiment has to stay missing before it is believed to
 * be gone
 * @param settling how long after its creation nothing is believed to be missing
 */
@Validated
@ConfigurationProperties("understudy.tracking")
record TrackingProperties(@DefaultValue("2s") @DurationMin(millis = 100) Duration fresh,
		@DefaultValue("30s") @DurationMin(millis = 100) Duration transitional,
		@DefaultValue("5m") @DurationMin(millis = 100) Duration steady, @DefaultValue("60s") Duration missingFor,
		@DefaultValue("20m") Duration settling) {
}
