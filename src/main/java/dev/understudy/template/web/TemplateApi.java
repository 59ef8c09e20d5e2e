package dev.understudy.template.web;

import java.net.URI;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.understudy.actor.Actor;
import dev.understudy.experiment.ExperimentView;
import dev.understudy.shell.Page;
import dev.understudy.shell.Refuses;
import dev.understudy.template.Template;
import dev.understudy.template.TemplateDrafts;
import dev.understudy.template.Templates;

/** Templates as a resource. */
@RestController
@RequestMapping("/api/v1/templates")
@Tag(name = "Templates", description = "Definitions to begin with, some members of which are locked")
class TemplateApi {

	private static final Pattern ETAG = Pattern.compile("\"([1-9][0-9]{0,8})\"");

	/** No version has this number. */
	private static final int NONE = 0;

	private final Templates templates;

	private final TemplateDrafts drafts;

	TemplateApi(Templates templates, TemplateDrafts drafts) {
		this.templates = templates;
		this.drafts = drafts;
	}

	@GetMapping
	@PreAuthorize("hasAuthority('READ')")
	@Operation(summary = "List templates",
			description = "By name. The next page stands in the Link header and in nextPageToken.",
			responses = @ApiResponse(responseCode = "200", headers = @Header(name = "Link",
					description = "rel=next, where there is a next page", schema = @Schema(type = "string"))))
	ResponseEntity<Page<TemplateBody>> list(
			@Parameter(description = "Those that are not used any more, instead of those that are") @RequestParam(
					defaultValue = "false") boolean retired,
			@RequestParam(defaultValue = "" + Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int pageSize,
			@Parameter(description = "nextPageToken of the page before, with the same parameters") @RequestParam(
					required = false) @Size(max = 4000) @Nullable String pageToken) {
		return this.templates.list(retired, pageSize, pageToken).map(TemplateBody::of).toAnswer();
	}

	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	@PreAuthorize("hasAuthority('KEEP_TEMPLATES')")
	@Operation(summary = "Make a template", description = "What is missing in its definition is free to be filled in.",
			responses = { @ApiResponse(responseCode = "201",
					headers = { @Header(name = "Location", schema = @Schema(type = "string", format = "uri")),
							@Header(name = "ETag", schema = @Schema(type = "string")) }) })
	@Refuses({ 409, 422 })
	ResponseEntity<TemplateBody> make(@Valid @RequestBody WantedTemplate wanted, Actor actor) {
		Template made = this.templates.make(wanted.content(), actor);
		return ResponseEntity.created(URI.create("/api/v1/templates/" + made.id()))
			.eTag(etag(made))
			.body(TemplateBody.of(made));
	}

	@GetMapping("/{id}")
	@PreAuthorize("hasAuthority('READ')")
	@Operation(summary = "Get a template",
			responses = { @ApiResponse(responseCode = "200",
					headers = @Header(name = "ETag", description = "Its version",
							schema = @Schema(type = "string", example = "\"3\""))) })
	@Refuses(404)
	ResponseEntity<TemplateBody> get(@PathVariable UUID id) {
		Template template = this.templates.get(id);
		return ResponseEntity.ok().eTag(etag(template)).body(TemplateBody.of(template));
	}

	@PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
	@PreAuthorize("hasAuthority('KEEP_TEMPLATES')")
	@Operation(summary = "Change a template",
			description = "Its drafts are held to it as it is then; what was submitted stays as it is.",
			parameters = @Parameter(in = ParameterIn.HEADER, name = "If-Match", required = true,
					description = "ETag of the template that was edited", example = "\"3\"",
					schema = @Schema(type = "string")),
			responses = { @ApiResponse(responseCode = "200",
					headers = @Header(name = "ETag", description = "The version it is now",
							schema = @Schema(type = "string"))) })
	@Refuses({ 404, 409, 412, 422, 428 })
	ResponseEntity<TemplateBody> change(@PathVariable UUID id,
			@Parameter(hidden = true) @RequestHeader(name = HttpHeaders.IF_MATCH,
					required = false) @Nullable String ifMatch,
			@Valid @RequestBody WantedTemplate wanted, Actor actor) {
		Template changed = this.templates.change(id, version(ifMatch), wanted.content(), actor);
		return ResponseEntity.ok().eTag(etag(changed)).body(TemplateBody.of(changed));
	}

	@DeleteMapping("/{id}")
	@PreAuthorize("hasAuthority('KEEP_TEMPLATES')")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Take a template out of use",
			description = "It holds no draft any more, and stays on record if drafts were begun with it.",
			parameters = @Parameter(in = ParameterIn.HEADER, name = "If-Match", required = true,
					description = "ETag of the template", example = "\"3\"", schema = @Schema(type = "string")),
			responses = { @ApiResponse(responseCode = "204", description = "Retired or deleted") })
	@Refuses({ 404, 412, 428 })
	void retire(@PathVariable UUID id, @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.IF_MATCH,
			required = false) @Nullable String ifMatch, Actor actor) {
		this.templates.retire(id, version(ifMatch), actor);
	}

	@PostMapping(path = "/{id}/drafts", consumes = MediaType.APPLICATION_JSON_VALUE)
	@PreAuthorize("hasAuthority('WRITE')")
	@Operation(summary = "Begin an experiment with a template",
			description = "Its draft may change what is free; what is locked has to stay for it to be submitted.",
			responses = { @ApiResponse(responseCode = "201",
					headers = @Header(name = "Location", description = "The experiment",
							schema = @Schema(type = "string", format = "uri"))) })
	@Refuses({ 404, 422 })
	ResponseEntity<BegunDraft> begin(@PathVariable UUID id, @Valid @RequestBody NewTemplateDraft wanted, Actor actor) {
		ExperimentView begun = this.drafts.begin(id, wanted.name(), wanted.target(), actor);
		return ResponseEntity.created(URI.create("/api/v1/experiments/" + begun.experiment().getId()))
			.eTag("\"%d\"".formatted(begun.experiment().getVersion()))
			.body(BegunDraft.of(begun));
	}

	private static int version(@Nullable String ifMatch) {
		if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
			throw new UnconditionalChangeException();
		}
		Matcher etag = ETAG.matcher(ifMatch.strip());
		return etag.matches() ? Integer.parseInt(etag.group(1)) : NONE;
	}

	private static String etag(Template template) {
		return "\"%d\"".formatted(template.version());
	}

}
