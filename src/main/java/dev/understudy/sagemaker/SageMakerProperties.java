package dev.understudy.sagemaker;

import java.net.URI;
import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which SageMaker there is and how patient to be with it.
 *
 * @param mode talk to AWS or to the simulator
 * @param endpoint where a simulator that runs on its own answers; absent for the one
 * inside this process
 * @param connectTimeout how long to wait for a connection
 * @param callTimeout upper bound for one call, retries of reads included
 */
@Validated
@ConfigurationProperties("understudy.sagemaker")
public record SageMakerProperties(@DefaultValue("simulator") Mode mode, @Nullable URI endpoint,
		@DefaultValue("5s") @DurationMin(millis = 100) @DurationMax(seconds = 10) Duration connectTimeout,
		@DefaultValue("25s") @DurationMin(millis = 100) @DurationMax(seconds = 25) Duration callTimeout) {

	/** Which SageMaker there is. */
	public enum Mode {

		SIMULATOR, AWS

	}

}
