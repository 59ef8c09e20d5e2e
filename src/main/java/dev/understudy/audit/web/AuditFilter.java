package dev.understudy.audit.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

import dev.understudy.audit.AuditQuery;

/**
 * The filters of the audit page as they stand in its address: text, whatever it means.
 */
record AuditFilter(String actor, String action, String experimentId, String target, String from, String to, String q) {

	AuditFilter {
		actor = Objects.requireNonNullElse(actor, "");
		action = Objects.requireNonNullElse(action, "");
		experimentId = Objects.requireNonNullElse(experimentId, "");
		target = Objects.requireNonNullElse(target, "");
		from = Objects.requireNonNullElse(from, "");
		to = Objects.requireNonNullElse(to, "");
		q = Objects.requireNonNullElse(q, "");
	}

	/** Reads the filters; what cannot be read is told in the binding. */
	AuditQuery toQuery(BindingResult binding) {
		return new AuditQuery(text(this.actor), text(this.action),
				read("experimentId", this.experimentId, UUID::fromString, binding), text(this.target),
				read("from", this.from, AuditFilter::time, binding), read("to", this.to, AuditFilter::time, binding),
				text(this.q));
	}

	boolean isEmpty() {
		return (this.actor + this.action + this.experimentId + this.target + this.from + this.to + this.q).isBlank();
	}

	// A day is its beginning in UTC.
	private static Instant time(String text) {
		return (text.length() == 10) ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
				: Instant.parse(text);
	}

	private static @Nullable String text(String typed) {
		return typed.isBlank() ? null : typed.strip();
	}

	private static <T> @Nullable T read(String field, String typed, Function<String, T> reader, BindingResult binding) {
		if (typed.isBlank()) {
			return null;
		}
		try {
			return reader.apply(typed.strip());
		}
		catch (DateTimeException | IllegalArgumentException ex) {
			binding.rejectValue(field, "audit.filter." + (field.equals("experimentId") ? "id" : "time"));
			return null;
		}
	}

}
