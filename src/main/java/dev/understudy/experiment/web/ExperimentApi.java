package dev.understudy.experiment.web;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

import dev.understudy.actor.Actor;
import dev.understudy.definition.Draft;
import dev.understudy.experiment.ExperimentQuery;
import dev.understudy.experiment.ExperimentView;
import dev.understudy.experiment.Experiments;
import dev.understudy.experiment.NewDraft;
import dev.understudy.experiment.Opened;
import dev.understudy.experiment.Phase;
import dev.understudy.experiment.Sort;
import dev.understudy.shell.Page;
import dev.understudy.shell.Refuses;

/** Experiments as a resource. */
@RestController
@RequestMapping("/api/v1/experiments")
@Tag(name = "Experiments", description = "Shadow tests from first draft to archived record")
class ExperimentApi {

	static final int LONGEST = 400;

	private final Experiments experiments;

	private final ApplicationEventPublisher events;

	ExperimentApi(Experiments experiments, ApplicationEventPublisher events) {
		this.experiments = experiments;
		this.events = events;
	}

	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	@PreAuthorize("hasAuthority('WRITE')")
	@Operation(summary = "Begin an experiment",
			description = "The definition may be empty, incomplete or wrong: it is kept as it is, and judged.",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(
					content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
							schema = @Schema(implementation = NewExperiment.class),
							examples = @ExampleObject(Examples.NEW_EXPERIMENT))),
			responses = @ApiResponse(responseCode = "201",
					headers = { @Header(name = "Location", schema = @Schema(type = "string", format = "uri")),
							@Header(name = "ETag", schema = @Schema(type = "string")) }))
	@Refuses({ 413, 415, 422 })
	ResponseEntity<ExperimentBody> draft(@Valid @RequestBody NewExperiment wanted, Actor actor) {
		ExperimentView begun = this.experiments.draft(new NewDraft(wanted.target(), Draft.of(wanted.definition())),
				actor);
		URI location = URI.create("/api/v1/experiments/" + begun.experiment().getId());
		return ResponseEntity.created(location).eTag(etag(begun)).body(ExperimentBody.of(begun));
	}

	@GetMapping
	@PreAuthorize("hasAuthority('READ')")
	@Operation(summary = "List experiments",
			description = "Without a phase, all but the discarded ones. The next page stands in the Link header and in nextPageToken.",
			responses = @ApiResponse(responseCode = "200",
					headers = @Header(name = "Link", description = "rel=next, where there is a next page",
							schema = @Schema(type = "string"))))
	@Refuses({})
	ResponseEntity<Page<ExperimentItem>> list(
			@Parameter(description = "Any of these phases") @RequestParam(defaultValue = "") List<Phase> phase,
			@Parameter(description = "Any of these statuses, as SageMaker spells them") @RequestParam(
					defaultValue = "") List<@Size(max = LONGEST) String> status,
			@Parameter(description = "Exactly this endpoint") @RequestParam(required = false) @Size(
					max = LONGEST) @Nullable String endpoint,
			@Parameter(description = "Exactly this user") @RequestParam(required = false) @Size(
					max = LONGEST) @Nullable String owner,
			@Parameter(description = "A tag's key, or key=value") @RequestParam(required = false) @Size(
					max = LONGEST) @Nullable String tag,
			@Parameter(description = "Exactly this label, in any case") @RequestParam(required = false) @Size(
					max = LONGEST) @Nullable String label,
			@Parameter(description = "A part of the name, endpoint, description or id, in any case") @RequestParam(
					required = false) @Size(max = LONGEST) @Nullable String q,
			@RequestParam(defaultValue = "-updated") Sort sort,
			@RequestParam(defaultValue = "" + Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int pageSize,
			@Parameter(description = "nextPageToken of the page before, with the same parameters") @RequestParam(
					required = false) @Size(max = 4000) @Nullable String pageToken) {
		ExperimentQuery query = new ExperimentQuery(phase, status, endpoint, owner, tag, label, q, sort, pageSize,
				pageToken);
		return this.experiments.list(query).map(ExperimentItem::of).toAnswer();
	}

	@GetMapping("/{id}")
	@PreAuthorize("hasAuthority('READ')")
	@Operation(summary = "Get an experiment",
			description = "The ETag changes whenever its phase or what SageMaker says changes; If-None-Match answers 304.",
			responses = {
					@ApiResponse(responseCode = "200",
							headers = @Header(name = "ETag", description = "Version of the experiment",
									schema = @Schema(type = "string"))),
					@ApiResponse(responseCode = "304", description = "As it was", content = @Content) })
	@Refuses(404)
	ResponseEntity<ExperimentBody> get(@PathVariable UUID id) {
		ExperimentView view = this.experiments.get(id);
		if (view.experiment().getPhase() == Phase.LIVE) {
			this.events.publishEvent(new Opened(id, view.experiment().getTarget()));
		}
		return ResponseEntity.ok().eTag(etag(view)).body(ExperimentBody.of(view));
	}

	@DeleteMapping("/{id}")
	@PreAuthorize("hasAuthority('WRITE')")
	@Operation(summary = "Discard a draft", description = "Its record stays, in phase discarded.",
			responses = @ApiResponse(responseCode = "204", description = "Discarded"))
	@Refuses({ 404, 409 })
	ResponseEntity<Void> discard(@PathVariable UUID id, Actor actor) {
		this.experiments.discard(id, actor);
		return ResponseEntity.noContent().build();
	}

	static String etag(ExperimentView view) {
		return "\"%d\"".formatted(view.experiment().getVersion());
	}

	/**
	 * What to begin with.
	 *
	 * @param target name of the AWS account and region; the standard one if left out
	 * @param definition as CreateInferenceExperiment takes it
	 */
	record NewExperiment(@Nullable @Size(max = 63) String target, @Schema(type = "object",
			description = "As CreateInferenceExperiment takes it; may be incomplete or wrong") @NotNull JsonNode definition) {
	}

}
