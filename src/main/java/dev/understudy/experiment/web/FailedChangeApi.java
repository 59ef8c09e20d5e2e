package dev.understudy.experiment.web;

import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.understudy.actor.Actor;
import dev.understudy.experiment.FailedChanges;
import dev.understudy.shell.Refuses;

/** Changes that came to nothing. */
@RestController
@Tag(name = "Experiments")
class FailedChangeApi {

	private final FailedChanges failed;

	FailedChangeApi(FailedChanges failed) {
		this.failed = failed;
	}

	@PostMapping("/api/v1/experiments/{id}/failed-change/{operationId}/note")
	@PreAuthorize("hasAuthority('WRITE')")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Take note of a change that came to nothing",
			description = "It asks for nobody's attention any more. The operation keeps what happened.")
	@Refuses({ 404, 409 })
	void note(@PathVariable UUID id, @PathVariable UUID operationId, Actor actor) {
		this.failed.note(id, operationId, actor);
	}

}
