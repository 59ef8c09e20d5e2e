package dev.understudy.experiment.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import dev.understudy.experiment.Ending;
import dev.understudy.experiment.ExperimentSummary;
import dev.understudy.experiment.Phase;

/**
 * An experiment in a list of the API: without its definition and findings, but with what
 * tells it from others.
 *
 * @param id our own id, a UUIDv7
 * @param name the definition's name, if it has one yet
 * @param target name of the AWS account and region
 * @param phase where it stands in our lifecycle
 * @param sagemaker what SageMaker says, once it has created it
 * @param endpoint the endpoint's name
 * @param variants names of both variants, as far as they have one
 * @param sampling percent of requests copied to the shadow
 * @param schedule when it is to run, as far as that is said
 * @param revision the latest revision's number
 * @param definitionSha256 SHA-256 of the definition's canonical form
 * @param owner who began it
 * @param operationId the Create operation it was last submitted with
 * @param failedChange the last change, if it came to nothing and nobody has taken note
 * @param drifted whether somebody changed it in SageMaker, and nobody took note yet
 * @param labels what people here sort it by
 * @param ending how it ended
 * @param endedAt when it ended
 * @param createdAt when it was begun
 * @param updatedAt when anything of it last changed
 */
@Schema(name = "ExperimentItem", description = "An experiment in a list")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExperimentItem(UUID id, @Nullable String name, String target, Phase phase, @Nullable SageMakerBody sagemaker,
		@Nullable String endpoint, @Nullable Variants variants, @Nullable Integer sampling, @Nullable Schedule schedule,
		int revision, String definitionSha256, String owner, @Nullable UUID operationId,
		@Nullable FailedChangeBody failedChange, boolean drifted, List<String> labels, @Nullable Ending ending,
		@Nullable Instant endedAt, Instant createdAt, Instant updatedAt) {

	static ExperimentItem of(ExperimentSummary listed) {
		return new ExperimentItem(listed.id(), listed.name(), listed.target(), listed.phase(), SageMakerBody.of(listed),
				listed.endpoint(), Variants.of(listed), listed.sampling(), Schedule.of(listed), listed.revision(),
				listed.sha256(), listed.owner(), listed.operationId(), FailedChangeBody.of(listed.failedChange()),
				listed.drifted(), listed.labels(), listed.ending(), listed.endedAt(), listed.createdAt(),
				listed.updatedAt());
	}

	/**
	 * Names of variants.
	 *
	 * @param production the one that answers
	 * @param shadow the one that gets the copies
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Variants(@Nullable String production, @Nullable String shadow) {

		static @Nullable Variants of(ExperimentSummary listed) {
			return (listed.productionVariant() == null && listed.shadowVariant() == null) ? null
					: new Variants(listed.productionVariant(), listed.shadowVariant());
		}

	}

	/**
	 * When an experiment runs.
	 *
	 * @param startTime when it starts or started
	 * @param endTime when it is to end
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Schedule(@Nullable Instant startTime, @Nullable Instant endTime) {

		static @Nullable Schedule of(ExperimentSummary listed) {
			return (listed.startTime() == null && listed.endTime() == null) ? null
					: new Schedule(listed.startTime(), listed.endTime());
		}

	}

}
