package dev.understudy.tracking;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often a target is searched for experiments that are not under management here.
 *
 * @param sweep the pause between two searches
 * @param sweepLooks how many experiments one search looks closer at; what is left over
 * comes half a minute later
 */
@Validated
@ConfigurationProperties("understudy.tracking")
record SweepProperties(@DefaultValue("1h") @DurationMin(seconds = 1) Duration sweep,
		@DefaultValue("200") @Min(1) @Max(10_000) int sweepLooks) {
}
