package dev.understudy.cost.web;

import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

import dev.understudy.cost.Costs;
import dev.understudy.definition.Draft;
import dev.understudy.shell.Refuses;

/** What shadow tests cost, for programs. */
@RestController
@RequestMapping("/api/v1")
@PreAuthorize("hasAuthority('READ')")
@Tag(name = "Cost", description = "What a shadow variant costs: instances × price × hours")
class CostApi {

	private final Costs costs;

	CostApi(Costs costs) {
		this.costs = costs;
	}

	@GetMapping("/experiments/{id}/cost")
	@Operation(summary = "What an experiment costs, and has cost so far",
			description = "Without a price the total is absent and unknown says why.")
	@Refuses(404)
	CostBody ofExperiment(@PathVariable UUID id) {
		return CostBody.of(this.costs.bill(id));
	}

	@PostMapping(path = "/cost", consumes = MediaType.APPLICATION_JSON_VALUE)
	@PreAuthorize("hasAuthority('READ')")
	@Operation(summary = "What a definition would cost, without keeping it",
			description = "The definition may be incomplete; unknown says what is missing.",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
					mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(type = "object"))))
	@Refuses({ 413, 415, 422 })
	CostBody ofDefinition(
			@Parameter(description = "Name of the AWS account and region; the standard one if left out") @RequestParam(
					required = false) @Size(max = 63) @Nullable String target,
			@RequestBody JsonNode definition) {
		return CostBody.of(this.costs.quote(Draft.of(definition), target));
	}

}
