package dev.understudy.experiment.web;

import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.understudy.definition.Change;
import dev.understudy.experiment.Comparisons;
import dev.understudy.experiment.Side;
import dev.understudy.shell.Refuses;

/** Two states of an experiment compared. */
@RestController
@RequestMapping("/api/v1/experiments/{id}/diff")
@Tag(name = "Definitions")
class DiffApi {

	private static final String SIDE = "Number of a revision, submitted (what was given to SageMaker last) or live (what SageMaker said last)";

	private final Comparisons comparisons;

	DiffApi(Comparisons comparisons) {
		this.comparisons = comparisons;
	}

	@GetMapping
	@PreAuthorize("hasAuthority('READ')")
	@Operation(summary = "Compare two states of the definition",
			description = "Field by field, in document order. With live only what can change in SageMaker is compared.",
			responses = @ApiResponse(responseCode = "200"))
	@Refuses(404)
	Differences diff(@PathVariable UUID id,
			@Parameter(description = SIDE, example = "3", schema = @Schema(type = "string")) @RequestParam Side from,
			@Parameter(description = SIDE, example = "live", schema = @Schema(type = "string")) @RequestParam Side to) {
		return new Differences(this.comparisons.compare(id, from, to).changes());
	}

	/**
	 * Where two states differ.
	 *
	 * @param changes each value that differs, with both sides
	 */
	@Schema(name = "Differences")
	record Differences(List<Change> changes) {

	}

}
