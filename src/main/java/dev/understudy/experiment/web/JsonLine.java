package dev.understudy.experiment.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import dev.understudy.definition.CanonicalForm;
import dev.understudy.definition.Draft;

/**
 * A line of two JSON documents laid over each other.
 *
 * @param kind in which of the two it stands
 * @param text the line
 */
record JsonLine(Kind kind, String text) {

	/** Beyond this many comparisons of lines everything between the ends counts as changed. */
	private static final int MOST = 4_000_000;

	/** The lines of both, those that both have once. Members are in canonical order. */
	static List<JsonLine> between(Draft before, Draft after) {
		return between(lines(before), lines(after));
	}

	static List<JsonLine> between(List<String> before, List<String> after) {
		int head = common(before, after);
		int tail = common(before.subList(head, before.size()).reversed(), after.subList(head, after.size()).reversed());
		List<JsonLine> lines = new ArrayList<>();
		add(Kind.SAME, before.subList(0, head), lines);
		change(before.subList(head, before.size() - tail), after.subList(head, after.size() - tail), lines);
		add(Kind.SAME, before.subList(before.size() - tail, before.size()), lines);
		return lines;
	}

	private static List<String> lines(Draft draft) {
		return Draft.parse(CanonicalForm.of(draft)).pretty().lines().toList();
	}

	private static int common(List<String> one, List<String> other) {
		int length = 0;
		while (length < Math.min(one.size(), other.size()) && one.get(length).equals(other.get(length))) {
			length++;
		}
		return length;
	}

	private static void change(List<String> before, List<String> after, List<JsonLine> lines) {
		if ((long) before.size() * after.size() > MOST) {
			add(Kind.REMOVED, before, lines);
			add(Kind.ADDED, after, lines);
			return;
		}
		int[][] longest = longestCommon(before, after);
		List<JsonLine> backwards = new ArrayList<>();
		int i = before.size();
		int j = after.size();
		while (i > 0 || j > 0) {
			if (i > 0 && j > 0 && before.get(i - 1).equals(after.get(j - 1))) {
				backwards.add(new JsonLine(Kind.SAME, before.get(--i)));
				j--;
			}
			else if (j > 0 && (i == 0 || longest[i][j - 1] >= longest[i - 1][j])) {
				backwards.add(new JsonLine(Kind.ADDED, after.get(--j)));
			}
			else {
				backwards.add(new JsonLine(Kind.REMOVED, before.get(--i)));
			}
		}
		Collections.reverse(backwards);
		lines.addAll(backwards);
	}

	private static int[][] longestCommon(List<String> before, List<String> after) {
		int[][] longest = new int[before.size() + 1][after.size() + 1];
		for (int i = 1; i <= before.size(); i++) {
			for (int j = 1; j <= after.size(); j++) {
				longest[i][j] = before.get(i - 1).equals(after.get(j - 1)) ? longest[i - 1][j - 1] + 1
						: Math.max(longest[i - 1][j], longest[i][j - 1]);
			}
		}
		return longest;
	}

	private static void add(Kind kind, List<String> texts, List<JsonLine> lines) {
		texts.forEach((text) -> lines.add(new JsonLine(kind, text)));
	}

	/** In which of two documents a line stands. */
	enum Kind {

		/** In both. */
		SAME,

		/** Only in the first. */
		REMOVED,

		/** Only in the second. */
		ADDED

	}

}
