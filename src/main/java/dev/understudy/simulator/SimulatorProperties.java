package dev.understudy.simulator;

import java.nio.file.Path;
import java.time.Duration;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the stand-in SageMaker behaves.
 *
 * @param provisioning how long Creating, Starting, Updating and Stopping take
 * @param dataDir where the journal is kept; the directory {@code simulator} of
 * {@code understudy.data-dir} when not set
 * @param control whether faults, clock and ledger can be reached under
 * {@code /simulator/control}; for tests only
 * @param experimentLimit how many experiments may be unfinished at a time, before
 * {@code ResourceLimitExceeded}
 * @param account the account in ARNs, twelve digits
 * @param region the region in ARNs
 */
@Validated
@ConfigurationProperties("understudy.simulator")
record SimulatorProperties(@DefaultValue("3s") @DurationMin Duration provisioning, @Nullable Path dataDir,
		@DefaultValue("false") boolean control, @DefaultValue("100000") @Min(1) int experimentLimit,
		@DefaultValue("111122223333") @Pattern(regexp = "\\d{12}") String account,
		@DefaultValue("us-east-1") @Pattern(regexp = "[a-z0-9-]+") String region) {

}
