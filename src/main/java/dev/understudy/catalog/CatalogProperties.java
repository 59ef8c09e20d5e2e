package dev.understudy.catalog;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much is read from an account to choose from, and how often.
 *
 * @param refresh how old what is offered may be before it is read again in the background
 * @param forget how old it may be before it is not offered any more
 * @param patience how long a page waits for the first reading
 * @param endpoints how many endpoints are looked into; the others are offered by name
 * @param parallel how many are looked into at the same time
 */
@Validated
@ConfigurationProperties("understudy.catalog")
record CatalogProperties(@DefaultValue("60s") Duration refresh, @DefaultValue("30m") Duration forget,
		@DefaultValue("2s") Duration patience, @DefaultValue("100") @Min(0) @Max(1000) int endpoints,
		@DefaultValue("8") @Min(1) @Max(50) int parallel) {
}
