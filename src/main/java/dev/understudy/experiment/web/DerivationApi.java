package dev.understudy.experiment.web;

import java.net.URI;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.understudy.actor.Actor;
import dev.understudy.experiment.Derivations;
import dev.understudy.experiment.ExperimentView;
import dev.understudy.shell.Refuses;

/** Old revisions gone on with. */
@RestController
@RequestMapping("/api/v1/experiments/{id}")
@Tag(name = "Definitions")
class DerivationApi {

	private final Derivations derivations;

	DerivationApi(Derivations derivations) {
		this.derivations = derivations;
	}

	@PostMapping("/revisions/{number}/restore")
	@PreAuthorize("hasAuthority('WRITE')")
	@Operation(summary = "Restore a revision", description = "Makes a new revision that says what the old one says.",
			parameters = @Parameter(in = ParameterIn.HEADER, name = "If-Match", required = true,
					description = "ETag of the definition that gives way", example = "\"5\"",
					schema = @Schema(type = "string")),
			responses = @ApiResponse(responseCode = "200",
					headers = @Header(name = "ETag", description = "The revision it is now",
							schema = @Schema(type = "string"))))
	@Refuses({ 404, 409, 412, 428 })
	ResponseEntity<ExperimentBody> restore(@PathVariable UUID id, @PathVariable int number,
			@Parameter(hidden = true) @RequestHeader(name = HttpHeaders.IF_MATCH,
					required = false) @Nullable String ifMatch,
			Actor actor) {
		ExperimentView restored = this.derivations.restore(id, DefinitionApi.revision(ifMatch), number, actor);
		return ResponseEntity.ok().eTag(DefinitionApi.etag(restored.revision())).body(ExperimentBody.of(restored));
	}

	@PostMapping(path = "/clone", consumes = MediaType.APPLICATION_JSON_VALUE)
	@PreAuthorize("hasAuthority('WRITE')")
	@Operation(summary = "Clone an experiment",
			description = "Begins a draft with a revision of any experiment, under a free name, without reserved tags and without times that are past.",
			responses = @ApiResponse(responseCode = "201",
					headers = { @Header(name = "Location", schema = @Schema(type = "string", format = "uri")),
							@Header(name = "ETag", schema = @Schema(type = "string")) }))
	@Refuses({ 404, 415, 422 })
	ResponseEntity<ExperimentBody> clone(@PathVariable UUID id, @Valid @RequestBody Origin origin, Actor actor) {
		ExperimentView begun = this.derivations.clone(id, origin.revision(), actor).view();
		URI location = URI.create("/api/v1/experiments/" + begun.experiment().getId());
		return ResponseEntity.created(location).eTag(ExperimentApi.etag(begun)).body(ExperimentBody.of(begun));
	}

	/**
	 * What to clone.
	 *
	 * @param revision the revision; the latest if left out
	 */
	@Schema(name = "CloneOrigin")
	record Origin(@Nullable @Min(1) Integer revision) {

	}

}
