package dev.understudy.experiment.web;

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
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.understudy.actor.Actor;
import dev.understudy.experiment.Drifts;
import dev.understudy.experiment.ExperimentView;
import dev.understudy.experiment.Experiments;
import dev.understudy.shell.Refuses;

/** What somebody changed in SageMaker, and not through Understudy. */
@RestController
@RequestMapping("/api/v1/experiments/{id}/drift")
@Tag(name = "Experiments")
class DriftApi {

	private static final Pattern ETAG = Pattern.compile("\"([1-9][0-9]{0,17})\"");

	/** No experiment has this version. */
	private static final long NONE = 0;

	private final Drifts drifts;

	private final Experiments experiments;

	DriftApi(Drifts drifts, Experiments experiments) {
		this.drifts = drifts;
		this.experiments = experiments;
	}

	@PostMapping("/accept")
	@PreAuthorize("hasAuthority('WRITE')")
	@Operation(summary = "Take note of a drift",
			description = "What SageMaker says becomes a revision of the experiment. Nothing is sent to SageMaker.",
			parameters = @Parameter(in = ParameterIn.HEADER, name = "If-Match",
					description = "ETag of the experiment whose drift was looked at; the latest if left out",
					example = "\"7\"", schema = @Schema(type = "string")),
			responses = @ApiResponse(responseCode = "200",
					headers = @Header(name = "ETag", description = "Version of the experiment",
							schema = @Schema(type = "string"))))
	@Refuses({ 404, 409, 412 })
	ResponseEntity<ExperimentBody> accept(@PathVariable UUID id,
			@Parameter(hidden = true) @RequestHeader(name = HttpHeaders.IF_MATCH,
					required = false) @Nullable String ifMatch,
			Actor actor) {
		this.drifts.accept(id, version(ifMatch), actor);
		ExperimentView view = this.experiments.get(id);
		return ResponseEntity.ok().eTag(ExperimentApi.etag(view)).body(ExperimentBody.of(view));
	}

	private static @Nullable Long version(@Nullable String ifMatch) {
		if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
			return null;
		}
		Matcher etag = ETAG.matcher(ifMatch.strip());
		return etag.matches() ? Long.parseLong(etag.group(1)) : NONE;
	}

}
