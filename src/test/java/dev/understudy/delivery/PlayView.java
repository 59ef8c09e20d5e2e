package dev.understudy.delivery;

/**
 * What stands under the name in SageMaker, or what a look shows of it.
 */
enum PlayView {

	NOTHING("nothing"),

	OURS("ours"),

	STRIPPED("ours, its tags stripped"),

	TWIN("somebody else's twin of ours"),

	FOREIGN("somebody else's"),

	/** Only ever seen: something is there, but its tags cannot be read. */
	UNREADABLE("something with unreadable tags"),

	/** Only ever seen: not there, but in another account. */
	ELSEWHERE("another account");

	private final String words;

	PlayView(String words) {
		this.words = words;
	}

	boolean isOurs() {
		return this == OURS || this == STRIPPED;
	}

	@Override
	public String toString() {
		return this.words;
	}

}
