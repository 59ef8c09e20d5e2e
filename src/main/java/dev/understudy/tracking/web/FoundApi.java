package dev.understudy.tracking.web;

import java.net.URI;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.understudy.actor.Actor;
import dev.understudy.shell.Page;
import dev.understudy.shell.Refuses;
import dev.understudy.tracking.FoundExperiments;
import dev.understudy.tracking.FoundQuery;
import dev.understudy.tracking.Owner;

/** What was found in SageMaker, for programs. */
@RestController
@RequestMapping("/api/v1/found")
@Tag(name = "Found", description = "Experiments that stand in SageMaker and are not under management here")
class FoundApi {

	private final FoundExperiments found;

	FoundApi(FoundExperiments found) {
		this.found = found;
	}

	@GetMapping
	@PreAuthorize("hasAuthority('READ')")
	@Operation(summary = "List what was found in SageMaker",
			description = "What was created last comes first. The next page stands in the Link header and in nextPageToken.",
			responses = @ApiResponse(responseCode = "200", headers = @Header(name = "Link",
					description = "rel=next, where there is a next page", schema = @Schema(type = "string"))))
	ResponseEntity<Page<FoundItem>> list(
			@Parameter(description = "Exactly this target") @RequestParam(required = false) @Size(
					max = 400) @Nullable String target,
			@Parameter(description = "Whose they are",
					schema = @Schema(type = "string",
							allowableValues = { "foreign", "other-installation", "orphan" })) @RequestParam(
									required = false) @Nullable Owner owner,
			@RequestParam(defaultValue = "" + Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int pageSize,
			@Parameter(description = "nextPageToken of the page before, with the same parameters") @RequestParam(
					required = false) @Size(max = 4000) @Nullable String pageToken) {
		return this.found.list(new FoundQuery(target, owner, pageSize, pageToken)).map(FoundItem::of).toAnswer();
	}

	@PostMapping("/{id}/adopt")
	@PreAuthorize("hasAuthority('WRITE')")
	@Operation(summary = "Take a found experiment under management",
			description = "It is read from SageMaker once more and becomes a live experiment, or an ended one where its status is final. Nothing changes in AWS.",
			responses = { @ApiResponse(responseCode = "201",
					headers = @Header(name = "Location", description = "The experiment it is from now on",
							schema = @Schema(type = "string", format = "uri"))) })
	@Refuses({ 404, 409, 502 })
	ResponseEntity<Adopted> adopt(@PathVariable UUID id, Actor actor) {
		UUID experimentId = this.found.adopt(id, actor);
		return ResponseEntity.created(URI.create("/api/v1/experiments/" + experimentId))
			.body(new Adopted(experimentId));
	}

	@PostMapping("/sweep")
	@PreAuthorize("hasAuthority('WRITE')")
	@Operation(summary = "Search SageMaker again now",
			description = "The answer does not wait for the search, which happens every hour anyway.",
			responses = { @ApiResponse(responseCode = "202", description = "Asked for") })
	@Refuses(422)
	ResponseEntity<Void> sweep(@Parameter(description = "Only this target") @RequestParam(required = false) @Size(
			max = 400) @Nullable String target) {
		this.found.lookAgain(target);
		return ResponseEntity.accepted().build();
	}

	/**
	 * What became of it.
	 *
	 * @param experimentId the experiment it is from now on
	 */
	record Adopted(UUID experimentId) {

	}

}
