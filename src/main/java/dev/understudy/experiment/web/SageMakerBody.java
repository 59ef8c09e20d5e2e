package dev.understudy.experiment.web;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import dev.understudy.definition.Change;
import dev.understudy.experiment.Experiment;
import dev.understudy.experiment.ExperimentSummary;
import dev.understudy.experiment.Sighting;

/**
 * What SageMaker says about an experiment.
 *
 * @param status the status as SageMaker spells it; absent until it was first seen
 * @param statusReason why it has that status
 * @param arn the ARN as SageMaker returned it
 * @param observedAt when SageMaker first said so
 * @param drift what somebody changed there, and not through us: absent if nothing, or
 * somebody took note of it
 */
@Schema(name = "SageMaker", description = "What SageMaker said last")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SageMakerBody(@Schema(example = "Running", description = "An open set") @Nullable String status,
		@Nullable String statusReason, String arn, @Nullable Instant observedAt,
		@Schema(description = "Where SageMaker says something else than is known; pointers count items as they are known") @Nullable List<Change> drift) {

	static @Nullable SageMakerBody of(Experiment experiment) {
		String arn = experiment.getArn();
		Sighting seen = experiment.getSighting();
		if (arn == null) {
			return null;
		}
		if (seen == null) {
			return new SageMakerBody(null, null, arn, null, null);
		}
		List<Change> drift = experiment.getDrift();
		return new SageMakerBody(seen.status(), seen.statusReason(), arn, seen.observedAt(),
				drift.isEmpty() ? null : drift);
	}

	static @Nullable SageMakerBody of(ExperimentSummary listed) {
		return (listed.arn() != null)
				? new SageMakerBody(listed.status(), listed.statusReason(), listed.arn(), listed.observedAt(), null)
				: null;
	}

}
