package dev.understudy.experiment.web;

import java.net.URI;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

import dev.understudy.actor.Actor;
import dev.understudy.definition.Draft;
import dev.understudy.delivery.IdempotencyKey;
import dev.understudy.delivery.IdempotentRequests;
import dev.understudy.delivery.OperationDocument;
import dev.understudy.delivery.Operations;
import dev.understudy.experiment.Clearance;
import dev.understudy.experiment.Experiments;
import dev.understudy.experiment.Lifecycle;
import dev.understudy.shell.Refuses;

/** Asks for operations on an experiment. */
@RestController
@RequestMapping("/api/v1/experiments/{id}/operations")
@Tag(name = "Operations", description = "Changes carried to SageMaker exactly once")
class OperationsApi {

	private final Experiments experiments;

	private final Clearance clearance;

	private final Lifecycle lifecycle;

	private final Operations operations;

	private final IdempotentRequests requests;

	OperationsApi(Experiments experiments, Clearance clearance, Lifecycle lifecycle, Operations operations,
			IdempotentRequests requests) {
		this.experiments = experiments;
		this.clearance = clearance;
		this.lifecycle = lifecycle;
		this.operations = operations;
		this.requests = requests;
	}

	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	@PreAuthorize("hasAuthority('WRITE')")
	@Operation(summary = "Ask for an operation",
			description = "Create submits the latest revision, or fails if that is not the one named, or if a check against the account blocks it (preflight-blocked); the others change what SageMaker has. Only a stop may be asked for while another operation is on its way, which it overtakes. To promote, and to delete, takes the right to change production. The answer does not wait for SageMaker.",
			parameters = @Parameter(in = ParameterIn.HEADER, name = "Idempotency-Key", required = true,
					description = "Any 1 to 255 printable characters; the same key and body get the same answer again",
					schema = @Schema(type = "string", maxLength = IdempotencyKey.LONGEST)),
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
					content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
							schema = @Schema(discriminatorProperty = "type",
									oneOf = { AskedOperation.Create.class, AskedOperation.Start.class,
											AskedOperation.Stop.class, AskedOperation.Update.class,
											AskedOperation.Delete.class, AskedOperation.Tag.class }),
							examples = { @ExampleObject(name = "create", value = Examples.CREATE),
									@ExampleObject(name = "start", value = Examples.START),
									@ExampleObject(name = "stop", value = Examples.STOP),
									@ExampleObject(name = "update", value = Examples.UPDATE),
									@ExampleObject(name = "delete", value = Examples.DELETE),
									@ExampleObject(name = "tag", value = Examples.TAG) })),
			responses = @ApiResponse(responseCode = "202", description = "Asked for; Location says where to look",
					content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
							schema = @Schema(implementation = OperationDocument.class)),
					headers = { @Header(name = "Location", schema = @Schema(type = "string", format = "uri")),
							@Header(name = IdempotentRequests.REPLAYED,
									description = "true if the answer was given before",
									schema = @Schema(type = "string")) }))
	@Refuses({ 404, 409, 412, 413, 415, 422 })
	ResponseEntity<JsonNode> ask(@PathVariable UUID id,
			@Parameter(hidden = true) @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
			@Valid @RequestBody AskedOperation asked, Actor actor) {
		String route = "POST /api/v1/experiments/%s/operations".formatted(id);
		IdempotencyKey request = IdempotencyKey.of(actor, route, key, asked.toString());
		Integer cleared = (asked instanceof AskedOperation.Create create && !this.requests.knows(request))
				? this.clearance.ensure(id, create.revision()) : null;
		return this.requests.answer(request, () -> {
			UUID operation = ask(id, asked, cleared, actor);
			return ResponseEntity.accepted()
				.location(URI.create("/api/v1/operations/" + operation))
				.body(OperationDocument.of(this.operations.get(operation)));
		});
	}

	private UUID ask(UUID id, AskedOperation asked, @Nullable Integer cleared, Actor actor) {
		return switch (asked) {
			case AskedOperation.Create _ -> this.experiments.submit(id, cleared, actor);
			case AskedOperation.Start _ -> this.lifecycle.start(id, actor);
			case AskedOperation.Stop stop -> this.lifecycle.stop(id, stop.order(), actor);
			case AskedOperation.Update update -> this.lifecycle.update(id, Draft.of(update.definition()), actor);
			case AskedOperation.Delete _ -> this.lifecycle.delete(id, actor);
			case AskedOperation.Tag tag -> this.lifecycle.tag(id, tag.added(), tag.removed(), actor);
		};
	}

}
