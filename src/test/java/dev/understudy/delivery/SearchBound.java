package dev.understudy.delivery;

import org.jspecify.annotations.Nullable;

import dev.understudy.delivery.PlaySubject.Status;

/**
 * How far a search goes.
 *
 * @param words what it is a search of
 * @param story what is searched
 */
record SearchBound(String words, PlayStory<?> story) {

	static SearchBound create(int workers, int attempts, int acts) {
		return create(PlayRules.ticks(workers, attempts, acts));
	}

	static SearchBound create(PlayRules rules) {
		return new SearchBound("CREATE: " + rules.words(), new PlayOfCreate(rules));
	}

	/** A change to one that is scheduled or, if it is to be stopped or tagged, runs. */
	static SearchBound change(OperationType type, @Nullable String earlier, int workers, int attempts, int acts) {
		return change(type, earlier, PlayRules.ticks(workers, attempts, acts));
	}

	static SearchBound change(OperationType type, @Nullable String earlier, PlayRules rules) {
		boolean runs = type == OperationType.STOP || type == OperationType.TAG;
		String after = (earlier != null) ? " after an unanswered " + earlier : "";
		return new SearchBound("%s%s: %s".formatted(type, after, rules.words()),
				new PlayOfChange(type, runs ? Status.RUNNING : Status.CREATED, earlier, rules));
	}

	SearchReport search() {
		return search(this.story);
	}

	private static <T> SearchReport search(PlayStory<T> story) {
		return new Search<>(new PlayStage<>(story)).run();
	}

	@Override
	public String toString() {
		return this.words;
	}

}
