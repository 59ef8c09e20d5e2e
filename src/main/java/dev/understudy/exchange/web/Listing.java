package dev.understudy.exchange.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.understudy.exchange.LocatedFinding;
import dev.understudy.exchange.Place;

/**
 * A text by lines, with what is to be said about each below it. Of a long text only what
 * stands around that.
 *
 * @param lines the lines that are shown
 * @param marks what is to be said, in the order of the text
 */
record Listing(List<Line> lines, List<Mark> marks) {

	static final int LONGEST = 1000;

	private static final int AROUND = 4;

	private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");

	static Listing of(String text, List<Mark> marks) {
		String[] all = LINE_END.split(text, -1);
		Map<Integer, List<Mark>> byLine = marks.stream()
			.collect(Collectors.groupingBy((mark) -> Math.min(mark.place().line(), all.length)));
		List<Line> lines = new ArrayList<>();
		for (int number : shown(all.length, byLine.keySet())) {
			lines.add(new Line(number, all[number - 1], byLine.getOrDefault(number, List.of())));
		}
		return new Listing(lines, marks);
	}

	private static Set<Integer> shown(int count, Set<Integer> marked) {
		Set<Integer> shown = new TreeSet<>();
		if (count <= LONGEST) {
			for (int number = 1; number <= count; number++) {
				shown.add(number);
			}
		}
		for (int line : marked) {
			for (int number = Math.max(1, line - AROUND); number <= Math.min(count, line + AROUND); number++) {
				shown.add(number);
			}
		}
		return shown;
	}

	/**
	 * Something to be said about a place.
	 *
	 * @param place where
	 * @param forbids whether it is an error
	 * @param message what
	 * @param hint what to do about it
	 */
	record Mark(Place place, boolean forbids, String message, @Nullable String hint) {

		static Mark of(LocatedFinding it) {
			return new Mark(it.place(), it.finding().forbids(), it.finding().message(), it.finding().hint());
		}

	}

	/**
	 * A line of the text.
	 *
	 * @param number counts from 1
	 * @param text without its end
	 * @param marks what is to be said about it
	 */
	record Line(int number, String text, List<Mark> marks) {

	}

}
