package dev.understudy.delivery.web;

import java.util.List;
import java.util.Map;

/**
 * The few words delivery keeps about a look, as a message that tells them to a person.
 *
 * @param key the message
 * @param detail what is put into it
 */
record Gist(String key, String detail) {

	private static final Map<String, String> SEEN = Map.of("not looked", "not-looked", "not there", "absent");

	private static final List<Start> SEEN_STARTS = List.of(new Start("there: arn:", "found", 7),
			new Start("there: ", "status", 7), new Start("there, tags unreadable: ", "untold", 24),
			new Start("nothing: ", "unseen", 9));

	private static final Map<String, String> DECIDED = Map.of("look", "look", "confirmed", "confirmed", "cancelled",
			"cancelled", "wait: time", "wait.time", "wait: permission", "wait.permission", "wait: credentials",
			"wait.credentials", "wait: person", "wait.person", "wait: pause", "wait.pause");

	private static final List<Start> DECIDED_STARTS = List.of(new Start("send ", "send", 5),
			new Start("rejected: ", "rejected", 10), new Start("conflict: ", "conflict", 10));

	static Gist seen(String words) {
		return of("delivery.seen.", SEEN, SEEN_STARTS, words);
	}

	static Gist decided(String words) {
		return of("delivery.decided.", DECIDED, DECIDED_STARTS, words);
	}

	private static Gist of(String prefix, Map<String, String> whole, List<Start> starts, String words) {
		if (whole.containsKey(words)) {
			return new Gist(prefix + whole.get(words), "");
		}
		return starts.stream()
			.filter((start) -> words.startsWith(start.text()))
			.findFirst()
			.map((start) -> new Gist(prefix + start.key(), words.substring(start.detailAt())))
			.orElseGet(() -> new Gist("delivery.words", words));
	}

	/** How words begin that go on with something. */
	private record Start(String text, String key, int detailAt) {

	}

}
