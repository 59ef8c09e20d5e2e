package dev.understudy.template.web;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import dev.understudy.definition.Draft;
import dev.understudy.definition.Finding;
import dev.understudy.experiment.ExperimentView;
import dev.understudy.experiment.Origin;
import dev.understudy.experiment.Phase;

/**
 * An experiment that was begun with a template.
 *
 * @param id its id
 * @param name its name, if it has one yet
 * @param target name of the AWS account and region
 * @param phase where it stands
 * @param definition its first revision
 * @param revision that revision's number
 * @param definitionSha256 SHA-256 of the definition's canonical form
 * @param findings what is wrong or risky about it
 * @param owner who began it
 * @param origin the template and its version
 */
@Schema(name = "BegunDraft")
@JsonInclude(JsonInclude.Include.NON_NULL)
record BegunDraft(UUID id, @Nullable String name, String target, Phase phase,
		@Schema(type = "object", description = "As CreateInferenceExperiment takes it") Draft definition, int revision,
		String definitionSha256, List<Finding> findings, String owner, @Nullable Origin origin) {

	static BegunDraft of(ExperimentView begun) {
		return new BegunDraft(begun.experiment().getId(), begun.experiment().getName(), begun.experiment().getTarget(),
				begun.experiment().getPhase(), begun.revision().draft(), begun.revision().number(),
				begun.revision().sha256(), begun.findings(), begun.experiment().getOwner(),
				begun.experiment().getOrigin());
	}

}
