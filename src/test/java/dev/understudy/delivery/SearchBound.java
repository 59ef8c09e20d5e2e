package dev.understudy.delivery;

/**
 * How far a search goes.
 *
 * @param words what it is a search of
 * @param model the play
 */
record SearchBound(String words, PlayModel<?> model) {

	static SearchBound create(int workers, int attempts, int acts) {
		return new SearchBound(
				"Create: workers %d, attempts %d, acts of somebody else %d".formatted(workers, attempts, acts),
				new PlayStage<>(new PlayOfCreate(PlayRules.ticks(workers, attempts, acts))));
	}

	SearchReport search() {
		return new Search<>(this.model).run();
	}

	@Override
	public String toString() {
		return this.words;
	}

}
