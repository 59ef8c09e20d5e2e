package dev.understudy.experiment.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import dev.understudy.definition.Draft;
import dev.understudy.definition.Finding;
import dev.understudy.experiment.Ended;
import dev.understudy.experiment.Ending;
import dev.understudy.experiment.Experiment;
import dev.understudy.experiment.ExperimentView;
import dev.understudy.experiment.Origin;
import dev.understudy.experiment.Pending;
import dev.understudy.experiment.Phase;
import dev.understudy.experiment.Stopped;

/**
 * An experiment in the API.
 *
 * @param id our own id, a UUIDv7
 * @param name the definition's name, if it has one yet
 * @param target name of the AWS account and region
 * @param phase where it stands in our lifecycle
 * @param sagemaker what SageMaker says, once it has created it
 * @param definition the latest revision's definition, as it was typed
 * @param revision the latest revision's number
 * @param definitionSha256 SHA-256 of the definition's canonical form
 * @param findings what is wrong or risky, errors forbidding to submit
 * @param labels what people here sort it by
 * @param owner who began it
 * @param origin what its definition was begun with, such as a template
 * @param operationId the Create operation it was last submitted with
 * @param change the change that is on its way to SageMaker
 * @param failedChange the last change, if it came to nothing and nobody has taken note
 * @param stopped how a person decided when it was stopped through Understudy
 * @param ending how it ended
 * @param endedAt when it ended
 * @param createdAt when it was begun
 * @param updatedAt when anything of it last changed
 */
@Schema(name = "Experiment", description = "One shadow test, from first draft to archived record")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExperimentBody(UUID id, @Nullable String name, String target, Phase phase, @Nullable SageMakerBody sagemaker,
		@Schema(type = "object", description = "As CreateInferenceExperiment takes it; may be incomplete or wrong",
				example = Examples.DEFINITION) Draft definition,
		int revision, String definitionSha256, List<Finding> findings, List<String> labels, String owner,
		@Nullable Origin origin, @Nullable UUID operationId, @Nullable OnItsWay change,
		@Nullable FailedChangeBody failedChange, @Nullable Stopped stopped, @Nullable Ending ending,
		@Nullable Instant endedAt, Instant createdAt, Instant updatedAt) {

	static ExperimentBody of(ExperimentView view) {
		Experiment experiment = view.experiment();
		Ended ended = experiment.getEnded();
		return new ExperimentBody(experiment.getId(), experiment.getName(), experiment.getTarget(),
				experiment.getPhase(), SageMakerBody.of(experiment), view.revision().draft(), view.revision().number(),
				view.revision().sha256(), view.findings(), experiment.getLabels().labels(), experiment.getOwner(),
				experiment.getOrigin(), experiment.getOperationId(), OnItsWay.of(experiment.getPending()),
				FailedChangeBody.of(experiment.getFailedChange()), experiment.getStopped(),
				(ended != null) ? ended.how() : null, (ended != null) ? ended.at() : null, experiment.getCreatedAt(),
				experiment.getUpdatedAt());
	}

	/**
	 * A change on its way to SageMaker.
	 *
	 * @param operationId the operation that carries it
	 * @param type what it changes
	 */
	@Schema(name = "ChangeOnItsWay")
	record OnItsWay(UUID operationId, @Schema(allowableValues = {
			"start", "stop", "update", "delete", "tag" }) String type){

		private static @Nullable OnItsWay of(@Nullable Pending pending) {
			return (pending != null) ? new OnItsWay(pending.operationId(), pending.type().id()) : null;
		}

	}

}
