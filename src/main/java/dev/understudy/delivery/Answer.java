package dev.understudy.delivery;

import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What came of one attempt.
 *
 * @param kind what it means
 * @param at when it was recorded, by the database's clock
 * @param code AWS's error code
 * @param message AWS's words
 * @param awsRequestId AWS's request id
 */
public record Answer(Kind kind, Instant at, @Nullable String code, @Nullable String message,
		@Nullable String awsRequestId) {

	/**
	 * What an answer means. Only the first four and NOT_SENT close an attempt for good.
	 */
	public enum Kind {

		/** SageMaker gave an ARN. */
		ACCEPTED,

		/** Refused for good: never to be sent again. */
		REFUSED,

		/** Refused for now: credentials, signature or clock. */
		REFUSED_FOR_NOW,

		/** Our own guard held it back. */
		NOT_SENT,

		/** Taken; by what, only a look tells. */
		IN_USE,

		/** Too many requests; may come from behind an acceptance. */
		THROTTLED,

		/** Anything else: the request may still take effect. */
		UNCLEAR;

		/**
		 * The spelling in the database.
		 * @return the name in kebab case
		 */
		public String id() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

		static Kind of(String id) {
			return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
		}

	}

}
