package dev.understudy.delivery;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.understudy.sagemaker.ShadowTest;

/**
 * What one look at SageMaker showed.
 */
sealed interface Observation {

	/** Nobody has looked yet. */
	record NotLooked() implements Observation {

	}

	/** SageMaker says by its own code that there is none of that name. */
	record Absent() implements Observation {

	}

	/**
	 * There is one of that name.
	 *
	 * @param arn its ARN
	 * @param createdAt when it was created
	 * @param sameMembers whether it is what was asked for, member by member
	 * @param tags all its tags
	 */
	record Found(String arn, @Nullable Instant createdAt, boolean sameMembers,
			Map<String, String> tags) implements Observation {

		public Found {
			tags = Map.copyOf(tags);
		}

	}

	/**
	 * There is one of that name, which a change is to be made to.
	 *
	 * @param test as SageMaker describes it
	 * @param tags all its tags; absent where nobody needed them
	 */
	record Described(ShadowTest test, @Nullable Map<String, String> tags) implements Observation {

		public Described {
			tags = (tags != null) ? Map.copyOf(tags) : null;
		}

	}

	/**
	 * There is one of that name, and its tags cannot be read.
	 *
	 * @param arn its ARN
	 * @param createdAt when it was created
	 * @param waitingFor what has to happen first
	 */
	record Untold(String arn, @Nullable Instant createdAt, WaitingFor waitingFor) implements Observation {

	}

	/**
	 * Nothing was learnt.
	 *
	 * @param waitingFor what has to happen first
	 */
	record Unseen(WaitingFor waitingFor) implements Observation {

	}

	/**
	 * When what there is was created.
	 * @return absent where nothing was seen, or SageMaker did not say
	 */
	default @Nullable Instant madeAt() {
		return switch (this) {
			case Found found -> found.createdAt();
			case Described described -> described.test().creationTime();
			case Untold untold -> untold.createdAt();
			case NotLooked _, Absent _, Unseen _ -> null;
		};
	}

	/** In words, for the page of the operation. */
	default String words() {
		return switch (this) {
			case NotLooked() -> "not looked";
			case Absent() -> "not there";
			case Found found -> "there: " + found.arn();
			case Described described -> "there: " + described.test().status();
			case Untold untold -> "there, tags unreadable: " + untold.arn();
			case Unseen unseen -> "nothing: " + unseen.waitingFor().message();
		};
	}

}
