package dev.understudy.target;

import java.net.URI;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which AWS accounts and regions there are.
 *
 * @param targets accounts and regions, the first being the one used when none is named
 * @param sagemaker whether SageMaker is AWS's or the simulator
 */
@Validated
@ConfigurationProperties("understudy")
record TargetProperties(@DefaultValue List<@Valid Entry> targets, @DefaultValue @Valid SageMaker sagemaker) {

	/**
	 * One account and region.
	 *
	 * @param name what people call it
	 * @param account AWS account, twelve digits
	 * @param region AWS region
	 * @param endpointOverride where SageMaker answers, if not at AWS's own address
	 * @param executionRoles ARNs of the roles an experiment may run as
	 */
	record Entry(@NotBlank @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,62}") String name,
			@NotBlank @Pattern(regexp = "\\d{12}") String account, @NotBlank String region,
			@Nullable URI endpointOverride, @NotEmpty List<@NotBlank String> executionRoles) {

		Target toTarget() {
			return new Target(this.name, this.account, this.region, this.endpointOverride, this.executionRoles);
		}

	}

	/**
	 * Which SageMaker there is.
	 *
	 * @param mode "simulator" for the stand-in, "aws" for the real one
	 * @param endpoint where a simulator that runs on its own answers; absent for the one
	 * inside this process
	 */
	record SageMaker(@DefaultValue("simulator") @Pattern(regexp = "simulator|aws") String mode,
			@Nullable URI endpoint) {

		boolean isSimulated() {
			return "simulator".equals(this.mode);
		}

	}

}
