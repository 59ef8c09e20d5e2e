package dev.understudy.delivery;

/**
 * What stands under the name that a Create wants, or what a look shows of it.
 */
enum PlayView {

	NOTHING("nothing"),

	OURS("ours"),

	STRIPPED("ours, its tags stripped"),

	TWIN("somebody else's twin of ours"),

	FOREIGN("somebody else's");

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
