package dev.understudy.exchange.web;

import java.net.URI;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.understudy.actor.Actor;
import dev.understudy.exchange.ImportRequest;
import dev.understudy.exchange.Imported;
import dev.understudy.exchange.ImportedText;
import dev.understudy.exchange.Imports;
import dev.understudy.exchange.Notation;
import dev.understudy.experiment.Experiment;
import dev.understudy.shell.Refuses;

/** Texts of other tools that become drafts. */
@RestController
@RequestMapping("/api/v1/imports")
@Tag(name = "Import and export", description = "Definitions from and for other tools")
class ImportApi {

	private static final String YAML = "application/yaml";

	private static final String COMMAND = "application/x-sh";

	private static final String EXAMPLE = """
			{ "target": "sandbox", "format": "yaml", "text": "Name: fraud-v7-shadow\\nType: ShadowMode\\n" }""";

	private final Imports imports;

	private final Said said;

	ImportApi(Imports imports, Said said) {
		this.imports = imports;
		this.said = said;
	}

	@PostMapping(consumes = { MediaType.APPLICATION_JSON_VALUE, YAML, "application/x-yaml", "text/yaml", COMMAND },
			produces = MediaType.APPLICATION_JSON_VALUE)
	@PreAuthorize("hasAuthority('WRITE')")
	@Operation(summary = "Import a definition",
			description = "Takes what the AWS CLI takes as --cli-input-json or --cli-input-yaml, what"
					+ " describe-inference-experiment answers, a whole command line of aws sagemaker"
					+ " create-inference-experiment, a CloudFormation template with one inference experiment, or"
					+ " a body of this API: as the body itself, or as its member text. What it finds stands beside the"
					+ " line and column of the text.",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = {
					@Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(type = "object"),
							examples = @ExampleObject(EXAMPLE)),
					@Content(mediaType = YAML, schema = @Schema(type = "string")),
					@Content(mediaType = COMMAND, schema = @Schema(type = "string")) }),
			responses = { @ApiResponse(responseCode = "201",
					headers = { @Header(name = "Location", schema = @Schema(type = "string", format = "uri")),
							@Header(name = "ETag", schema = @Schema(type = "string")) }) })
	@Refuses({ 413, 415, 422 })
	ResponseEntity<ImportBody> read(
			@Parameter(description = "Name of the AWS account and region; the standard one if left out") @RequestParam(
					required = false) @Size(max = 63) @Nullable String target,
			@Parameter(hidden = true) @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type, @RequestBody byte[] body,
			Actor actor) {
		String text = ImportedText.decode(body);
		ImportRequest request = request(text, type);
		Imported imported = this.imports.draft(ImportedText.read(request.text(), request.notation()),
				(request.target() != null) ? request.target() : target, actor);
		Experiment experiment = imported.view().experiment();
		return ResponseEntity.created(URI.create("/api/v1/experiments/" + experiment.getId()))
			.eTag("\"%d\"".formatted(experiment.getVersion()))
			.body(ImportBody.of(imported, this.said));
	}

	private static ImportRequest request(String text, MediaType type) {
		if (type.isCompatibleWith(MediaType.APPLICATION_JSON)) {
			return ImportRequest.parse(text);
		}
		boolean command = type.isCompatibleWith(MediaType.valueOf(COMMAND));
		return new ImportRequest(text, command ? Notation.COMMAND : Notation.YAML, null);
	}

}
