package dev.understudy.exchange.web;

import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import dev.understudy.exchange.Exports;
import dev.understudy.exchange.Format;
import dev.understudy.shell.Refuses;

/** Definitions in the form that another tool takes. */
@RestController
@RequestMapping("/api/v1/experiments/{id}/export")
@Tag(name = "Import and export", description = "Definitions from and for other tools")
class ExportApi {

	private final Exports exports;

	ExportApi(Exports exports) {
		this.exports = exports;
	}

	@GetMapping
	@PreAuthorize("hasAuthority('READ')")
	@Operation(summary = "Export a definition",
			description = "The answer is the file itself. What it leaves out is named in the header Understudy-Remarks.",
			responses = { @ApiResponse(responseCode = "200", description = "The file",
					headers = { @Header(name = "Content-Disposition", schema = @Schema(type = "string")),
							@Header(name = "Understudy-Revision", schema = @Schema(type = "integer")),
							@Header(name = Download.REMARKS, schema = @Schema(type = "string")) },
					content = @Content(mediaType = "*/*", schema = @Schema(type = "string"))) })
	@Refuses({ 404, 422 })
	ResponseEntity<byte[]> export(@PathVariable UUID id,
			@Parameter(description = "What to export as",
					schema = @Schema(type = "string",
							allowableValues = { "cli", "json", "yaml", "boto3", "cloudformation", "terraform",
									"curl" })) @RequestParam(defaultValue = "json") String format,
			@Parameter(description = "Number of a revision; the latest if left out") @RequestParam(
					required = false) @Nullable Integer revision) {
		Format wanted = Format.of(format)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST, "There is no such format."));
		return Download.of(this.exports.export(id, revision, wanted));
	}

}
