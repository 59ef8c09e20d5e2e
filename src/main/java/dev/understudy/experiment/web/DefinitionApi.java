package dev.understudy.experiment.web;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

import dev.understudy.actor.Actor;
import dev.understudy.definition.Draft;
import dev.understudy.experiment.ExperimentView;
import dev.understudy.experiment.Experiments;
import dev.understudy.experiment.Revision;
import dev.understudy.shell.Page;
import dev.understudy.shell.Refuses;

/** An experiment's definition and its revisions as resources. */
@RestController
@RequestMapping("/api/v1/experiments/{id}")
@Tag(name = "Definitions", description = "What is to be created, and how it came to be so")
class DefinitionApi {

	private static final Pattern ETAG = Pattern.compile("\"([1-9][0-9]{0,8})\"");

	/** No revision has this number. */
	private static final int NONE = 0;

	private final Experiments experiments;

	DefinitionApi(Experiments experiments) {
		this.experiments = experiments;
	}

	@GetMapping("/definition")
	@PreAuthorize("hasAuthority('READ')")
	@Operation(summary = "Get the definition", description = "As it was typed; the ETag is the revision.",
			responses = @ApiResponse(responseCode = "200",
					content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(type = "object"),
							examples = @ExampleObject(Examples.DEFINITION)),
					headers = @Header(name = "ETag", schema = @Schema(type = "string", example = "\"3\""))))
	@Refuses(404)
	ResponseEntity<Draft> definition(@PathVariable UUID id) {
		Revision latest = this.experiments.get(id).revision();
		return ResponseEntity.ok().eTag(etag(latest)).body(latest.draft());
	}

	@PutMapping(path = "/definition", consumes = MediaType.APPLICATION_JSON_VALUE)
	@PreAuthorize("hasAuthority('WRITE')")
	@Operation(summary = "Replace the definition",
			description = "Makes a revision unless nothing changes. Saving is never refused for what the definition says.",
			parameters = @Parameter(in = ParameterIn.HEADER, name = "If-Match", required = true,
					description = "ETag of the definition that was edited", example = "\"3\"",
					schema = @Schema(type = "string")),
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(
					content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(type = "object"),
							examples = @ExampleObject(Examples.DEFINITION))),
			responses = @ApiResponse(responseCode = "200",
					headers = @Header(name = "ETag", description = "The revision it is now",
							schema = @Schema(type = "string"))))
	@Refuses({ 404, 409, 412, 413, 415, 422, 428 })
	ResponseEntity<ExperimentBody> replace(@PathVariable UUID id,
			@Parameter(hidden = true) @RequestHeader(name = HttpHeaders.IF_MATCH,
					required = false) @Nullable String ifMatch,
			@RequestBody JsonNode definition, Actor actor) {
		ExperimentView revised = this.experiments.revise(id, revision(ifMatch), Draft.of(definition), actor);
		return ResponseEntity.ok().eTag(etag(revised.revision())).body(ExperimentBody.of(revised));
	}

	@GetMapping("/revisions")
	@PreAuthorize("hasAuthority('READ')")
	@Operation(summary = "List revisions", description = "The latest first, without their definitions.",
			responses = @ApiResponse(responseCode = "200",
					headers = @Header(name = "Link", description = "rel=next, where there is a next page",
							schema = @Schema(type = "string"))))
	@Refuses(404)
	ResponseEntity<Page<RevisionBody>> revisions(@PathVariable UUID id,
			@RequestParam(defaultValue = "" + Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int pageSize,
			@RequestParam(required = false) @Size(max = 4000) @Nullable String pageToken) {
		return this.experiments.revisions(id, pageSize, pageToken).map(RevisionBody::item).toAnswer();
	}

	@GetMapping("/revisions/{number}")
	@PreAuthorize("hasAuthority('READ')")
	@Operation(summary = "Get a revision", responses = @ApiResponse(responseCode = "200"))
	@Refuses(404)
	RevisionBody revision(@PathVariable UUID id, @PathVariable int number) {
		return RevisionBody.of(this.experiments.revision(id, number));
	}

	static int revision(@Nullable String ifMatch) {
		if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
			throw new MissingIfMatchException();
		}
		Matcher etag = ETAG.matcher(ifMatch.strip());
		return etag.matches() ? Integer.parseInt(etag.group(1)) : NONE;
	}

	static String etag(Revision revision) {
		return "\"%d\"".formatted(revision.number());
	}

}
