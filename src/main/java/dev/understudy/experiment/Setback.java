package dev.understudy.experiment;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

import dev.understudy.definition.Finding;
import dev.understudy.delivery.Sentences;

/**
 * Why the last attempt to create an experiment in SageMaker came to nothing. Stands until
 * somebody edits or submits again.
 *
 * @param kind what became of the attempt
 * @param operationId the operation that failed
 * @param code AWS's or our own code for the reason, such as "ValidationException"
 * @param message the reason in AWS's words where AWS spoke
 * @param findings the reason as findings, at the members they speak of
 * @param awsRequestId the request AWS refused, where there was one
 * @param at when the attempt ended
 */
public record Setback(Kind kind, UUID operationId, String code, String message, List<Finding> findings,
		@Nullable String awsRequestId, Instant at) {

	public Setback {
		findings = List.copyOf(findings);
	}

	/**
	 * The same for a reader of a language. What AWS said stays as it was said.
	 * @param language the language
	 * @return the setback in that language, as far as its words are ours
	 */
	public Setback in(Locale language) {
		return new Setback(this.kind, this.operationId, this.code, Sentences.in(language, this.message),
				this.findings.stream()
					.map((it) -> new Finding(it.pointer(), it.rule(), it.severity(),
							Sentences.in(language, it.message()), it.hint()))
					.toList(),
				this.awsRequestId, this.at);
	}

	/** What became of an attempt that did not succeed. */
	public enum Kind {

		/** Refused for good: back to draft. */
		REJECTED,

		/** Called off before anything was created: back to draft. */
		CANCELLED,

		/** The name belongs to something else: a person has to rename. */
		CONFLICT;

		/**
		 * The spelling in JSON and message keys.
		 * @return the name in lower case
		 */
		@JsonValue
		public String id() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
