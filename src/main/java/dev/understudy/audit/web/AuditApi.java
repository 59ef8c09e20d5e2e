package dev.understudy.audit.web;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

import dev.understudy.audit.AuditEntry;
import dev.understudy.audit.AuditQuery;
import dev.understudy.audit.AuditTrail;
import dev.understudy.shell.Page;
import dev.understudy.shell.StrictJson;

/** The trail for programs. */
@RestController
@RequestMapping("/api/v1")
class AuditApi {

	private final AuditTrail trail;

	AuditApi(AuditTrail trail) {
		this.trail = trail;
	}

	@GetMapping("/audit")
	@PreAuthorize("hasAuthority('READ_AUDIT')")
	ResponseEntity<Page<EntryView>> search(@RequestParam(required = false) @Nullable String actor,
			@RequestParam(required = false) @Nullable String action,
			@RequestParam(required = false) @Nullable UUID experimentId,
			@RequestParam(required = false) @Nullable String target,
			@RequestParam(required = false) @Nullable Instant from,
			@RequestParam(required = false) @Nullable Instant to, @RequestParam(required = false) @Nullable String q,
			@RequestParam(defaultValue = "" + Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int pageSize,
			@RequestParam(required = false) @Nullable String pageToken) {
		AuditQuery query = new AuditQuery(actor, action, experimentId, target, from, to, q);
		return this.trail.search(query, pageSize, pageToken).map(EntryView::of).toAnswer();
	}

	@GetMapping("/experiments/{id}/audit")
	@PreAuthorize("hasAuthority('READ')")
	ResponseEntity<Page<EntryView>> ofExperiment(@PathVariable UUID id,
			@RequestParam(defaultValue = "" + Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int pageSize,
			@RequestParam(required = false) @Nullable String pageToken) {
		return History.of(id, this.trail, pageSize, pageToken).map(EntryView::of).toAnswer();
	}

	/** An entry as programs see it. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record EntryView(UUID id, Instant at, ActorView actor, String action, @Nullable UUID experimentId,
			@Nullable String target, @Nullable JsonNode before, @Nullable JsonNode after, @Nullable String reason,
			String requestId, @Nullable String awsRequestId, @Nullable String address) {

		static EntryView of(AuditEntry entry) {
			return new EntryView(entry.id(), entry.at(), new ActorView(entry.actorKind(), entry.actorName()),
					entry.action(), entry.experimentId(), entry.target(), tree(entry.before()), tree(entry.after()),
					entry.reason(), entry.requestId(), entry.awsRequestId(), entry.address());
		}

		private static @Nullable JsonNode tree(@Nullable String json) {
			return (json != null) ? StrictJson.mapper().readTree(json) : null;
		}

		record ActorView(String kind, String name) {
		}

	}

}
