package dev.understudy.search;

import java.util.List;
import java.util.stream.Stream;

/**
 * A topic of the help.
 *
 * @param anchor where on the page of the help it stands
 * @param title message key of its name
 * @param text message key of what is said about it
 */
record Topic(String anchor, String title, String text) {

	private static final List<Topic> SECTIONS = List.of(new Topic("way", "help.way", "help.way.draft.text"),
			new Topic("once", "help.once", "help.once.text"),
			new Topic("assumed", "help.assumed", "help.assumed.intro"),
			new Topic("rules", "help.rules", "help.rules.intro"));

	private static final List<String> WORDS = List.of("experiment", "definition", "revision", "finding", "operation",
			"sighting", "target", "variants", "sampling", "audit");

	private static final List<String> TOGETHER = List.of("search", "keys", "comments", "labels", "filters", "bulk");

	static final List<Topic> ALL = Stream
		.of(SECTIONS.stream(), WORDS.stream().map((word) -> of("words", "help.word." + word)),
				TOGETHER.stream().map((it) -> of("together-" + it, "help.together." + it)))
		.flatMap((topics) -> topics)
		.toList();

	private static Topic of(String anchor, String key) {
		return new Topic(anchor, key, key + ".text");
	}

	String path() {
		return "/help#" + this.anchor;
	}

}
