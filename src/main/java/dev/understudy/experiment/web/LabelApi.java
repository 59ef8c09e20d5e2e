package dev.understudy.experiment.web;

import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import dev.understudy.actor.Actor;
import dev.understudy.experiment.Labelling;
import dev.understudy.shell.Refuses;

/** The labels of an experiment as a resource. */
@RestController
@Tag(name = "Experiments")
class LabelApi {

	private final Labelling labelling;

	LabelApi(Labelling labelling) {
		this.labelling = labelling;
	}

	@PutMapping(path = "/api/v1/experiments/{id}/labels", consumes = MediaType.APPLICATION_JSON_VALUE)
	@PreAuthorize("hasAuthority('WRITE')")
	@Operation(summary = "Replace the labels",
			description = "Labels are ours, not AWS's tags: SageMaker never sees them. In any phase.")
	@Refuses({ 404, 409, 415, 422 })
	LabelList replace(@PathVariable UUID id, @Valid @RequestBody LabelList wanted, Actor actor) {
		return new LabelList(this.labelling.set(id, wanted.labels(), actor));
	}

	/**
	 * All labels of an experiment.
	 *
	 * @param labels at most 20, each with 1 to 40 characters, no two that differ in case
	 * only
	 */
	@Schema(name = "Labels")
	record LabelList(@NotNull @Size(max = 100) List<@NotNull @Size(max = 400) String> labels) {
	}

}
