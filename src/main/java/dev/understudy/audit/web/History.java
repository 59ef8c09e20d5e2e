package dev.understudy.audit.web;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

import dev.understudy.audit.AuditEntry;
import dev.understudy.audit.AuditTrail;
import dev.understudy.shell.Page;

/** What was done to an experiment that there is: making it was the first thing. */
final class History {

	private History() {
	}

	static Page<AuditEntry> of(UUID experimentId, AuditTrail trail, int size, @Nullable String token) {
		Page<AuditEntry> page = trail.ofExperiment(experimentId, size, token);
		if (token == null && page.items().isEmpty()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such experiment.");
		}
		return page;
	}

}
