package dev.understudy.worklist;

import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.understudy.shell.Words;

/**
 * What became of one experiment.
 *
 * @param position where it stands among the others, from 0
 * @param experimentId the experiment
 * @param name its name when it was picked
 * @param outcome what became of it; null if its turn has not come
 * @param operationId the operation that was asked for
 * @param reason why it was refused
 */
public record BulkRow(int position, UUID experimentId, @Nullable String name, @Nullable Outcome outcome,
		@Nullable UUID operationId, @Nullable Words reason) {

	/** What can become of one. */
	public enum Outcome {

		/** It is so now. */
		DONE,

		/** It was given to delivery, which carries it to SageMaker. */
		ASKED,

		/** It could not be done. */
		REFUSED;

		/**
		 * The spelling in message keys.
		 * @return the name in lower case
		 */
		public String id() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * What comes of one row.
	 *
	 * @param outcome what became of it
	 * @param operationId the operation that was asked for
	 * @param reason why it was refused
	 */
	record Result(Outcome outcome, @Nullable UUID operationId, @Nullable Words reason) {

		static final Result DONE = new Result(Outcome.DONE, null, null);

		static Result asked(UUID operationId) {
			return new Result(Outcome.ASKED, operationId, null);
		}

		static Result refused(Words reason) {
			return new Result(Outcome.REFUSED, null, reason);
		}

	}

}
