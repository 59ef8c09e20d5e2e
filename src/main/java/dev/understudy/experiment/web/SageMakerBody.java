package dev.understudy.experiment.web;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import dev.understudy.experiment.ExperimentSummary;
import dev.understudy.experiment.Sighting;

/**
 * What SageMaker says about an experiment.
 *
 * @param status the status as SageMaker spells it; absent until it was first seen
 * @param statusReason why it has that status
 * @param arn the ARN as SageMaker returned it
 * @param observedAt when SageMaker first said so
 */
@Schema(name = "SageMaker", description = "What SageMaker said last")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SageMakerBody(@Schema(example = "Running", description = "An open set") @Nullable String status,
		@Nullable String statusReason, String arn, @Nullable Instant observedAt) {

	static @Nullable SageMakerBody of(@Nullable String arn, @Nullable Sighting seen) {
		if (arn == null) {
			return null;
		}
		return (seen != null) ? new SageMakerBody(seen.status(), seen.statusReason(), arn, seen.observedAt())
				: new SageMakerBody(null, null, arn, null);
	}

	static @Nullable SageMakerBody of(ExperimentSummary listed) {
		return (listed.arn() != null)
				? new SageMakerBody(listed.status(), listed.statusReason(), listed.arn(), listed.observedAt()) : null;
	}

}
