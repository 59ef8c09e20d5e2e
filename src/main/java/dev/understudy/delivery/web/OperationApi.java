package dev.understudy.delivery.web;

import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.understudy.actor.Actor;
import dev.understudy.delivery.OperationDocument;
import dev.understudy.delivery.Operations;

/**
 * Operations for programs.
 */
@RestController
@RequestMapping("/api/v1/operations/{id}")
class OperationApi {

	private final Operations operations;

	OperationApi(Operations operations) {
		this.operations = operations;
	}

	@GetMapping
	@PreAuthorize("hasAuthority('READ')")
	OperationDocument get(@PathVariable UUID id) {
		return OperationDocument.of(this.operations.get(id));
	}

	@PostMapping("/cancel")
	@PreAuthorize("hasAuthority('WRITE')")
	@ResponseStatus(HttpStatus.ACCEPTED)
	OperationDocument cancel(@PathVariable UUID id, Actor actor) {
		this.operations.cancel(id, actor);
		return OperationDocument.of(this.operations.get(id));
	}

}
