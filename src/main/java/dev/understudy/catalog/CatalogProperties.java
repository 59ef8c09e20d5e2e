package dev.understudy.catalog;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much is read from an account to choose from, how often, and how long a check
 * against the account may take.
 *
 * @param every how often what is offered is read in the background
 * @param refresh how old it may be before it is read again because somebody looks at it
 * @param relook how long what was read of an endpoint holds although a list does not say
 * that it changed
 * @param patience how long a page waits for the first reading
 * @param offered how many endpoints and models a form offers without a search
 * @param endpoints how many endpoints are looked into in one reading; the others are
 * offered by name until it is their turn
 * @param supplies how many keys, and how many buckets, are read at most
 * @param parallel how many are looked into at the same time
 * @param preflight how long a preflight looks around; what has not answered by then is
 * unknown
 * @param fresh how old a preflight may be when what it is about is sent
 */
@Validated
@ConfigurationProperties("understudy.catalog")
record CatalogProperties(@DefaultValue("5m") @DurationMin(seconds = 1) Duration every,
		@DefaultValue("60s") Duration refresh, @DefaultValue("30m") Duration relook,
		@DefaultValue("2s") Duration patience, @DefaultValue("200") @Min(1) @Max(1000) int offered,
		@DefaultValue("100") @Min(0) @Max(1000) int endpoints,
		@DefaultValue("10000") @Min(0) @Max(100_000) int supplies, @DefaultValue("8") @Min(1) @Max(50) int parallel,
		@DefaultValue("2500ms") @DurationMin(millis = 100) @DurationMax(seconds = 20) Duration preflight,
		@DefaultValue("30s") Duration fresh) {
}
