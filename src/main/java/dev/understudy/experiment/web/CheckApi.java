package dev.understudy.experiment.web;

import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

import dev.understudy.definition.Draft;
import dev.understudy.definition.Finding;
import dev.understudy.experiment.Experiments;
import dev.understudy.shell.Refuses;

/** Checks definitions, kept or not. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Checks", description = "What is wrong or risky about a definition")
class CheckApi {

	private final Experiments experiments;

	CheckApi(Experiments experiments) {
		this.experiments = experiments;
	}

	@PostMapping(path = "/check", consumes = MediaType.APPLICATION_JSON_VALUE)
	@PreAuthorize("hasAuthority('WRITE')")
	@Operation(summary = "Check a definition without keeping it",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(
					content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(type = "object"),
							examples = @ExampleObject(Examples.DEFINITION))),
			responses = @ApiResponse(responseCode = "200"))
	@Refuses({ 413, 415, 422 })
	Findings check(
			@Parameter(description = "Name of the AWS account and region; the standard one if left out") @RequestParam(
					required = false) @Size(max = 63) @Nullable String target,
			@RequestBody JsonNode definition) {
		return new Findings(this.experiments.check(Draft.of(definition), target));
	}

	@PostMapping("/experiments/{id}/check")
	@PreAuthorize("hasAuthority('WRITE')")
	@Operation(summary = "Check an experiment's latest revision", description = "As it is checked on submitting.",
			responses = @ApiResponse(responseCode = "200"))
	@Refuses(404)
	Findings check(@PathVariable UUID id) {
		return new Findings(this.experiments.check(id));
	}

	/**
	 * What was found.
	 *
	 * @param findings in document order; empty if there is nothing to say
	 */
	record Findings(List<Finding> findings) {

		Findings {
			findings = List.copyOf(findings);
		}

	}

}
