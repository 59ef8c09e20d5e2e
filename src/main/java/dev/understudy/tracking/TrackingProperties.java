package dev.understudy.tracking;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMin;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
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
 * @param settling how long after its Create was last sent nothing is believed to be gone
 * @param opened how old what is known of an experiment may be when somebody has it open
 * @param rate calls a second to each target, by each replica, on average; what is
 * submitted is not counted
 * @param burst how many calls may come at once after a quiet while
 */
@Validated
@ConfigurationProperties("understudy.tracking")
record TrackingProperties(@DefaultValue("2s") @DurationMin(millis = 100) Duration fresh,
		@DefaultValue("30s") @DurationMin(millis = 100) Duration transitional,
		@DefaultValue("5m") @DurationMin(millis = 100) Duration steady, @DefaultValue("60s") Duration missingFor,
		@DefaultValue("20m") Duration settling, @DefaultValue("7s") @DurationMin(millis = 100) Duration opened,
		@DefaultValue("5") @DecimalMin("0.1") double rate, @DefaultValue("10") @Min(1) int burst) {
}
