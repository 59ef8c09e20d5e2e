package dev.understudy.database;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How background work runs on this replica.
 *
 * @param enabled whether this replica works at all, or serves pages only
 * @param threads how many jobs run at the same time
 * @param poll how often to look for work asked for by other replicas
 * @param heartbeat how often to say that a job is still worked on; after four times that
 * without a word it goes to another replica
 */
@Validated
@ConfigurationProperties("understudy.jobs")
record JobProperties(@DefaultValue("true") boolean enabled, @DefaultValue("10") @Min(1) @Max(200) int threads,
		@DefaultValue("1s") Duration poll, @DefaultValue("5s") @DurationMin(millis = 100) Duration heartbeat) {
}
