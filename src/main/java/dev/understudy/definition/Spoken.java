package dev.understudy.definition;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says how long something takes, to the second, as people do: without the parts that are
 * zero.
 */
final class Spoken {

	private Spoken() {
	}

	static String of(Duration length) {
		String parts = Stream
			.of(Map.entry(length.toDaysPart(), FindingLanguage.word((length.toDays() == 1) ? "day" : "days")),
					Map.entry((long) length.toHoursPart(), "h"), Map.entry((long) length.toMinutesPart(), "min"),
					Map.entry((long) length.toSecondsPart(), "s"))
			.filter((part) -> part.getKey() > 0)
			.map((part) -> String.format(Locale.ROOT, "%d %s", part.getKey(), part.getValue()))
			.collect(Collectors.joining(" "));
		if (parts.isEmpty()) {
			return FindingLanguage.word("below-a-second");
		}
		return (length.toNanosPart() > 0) ? FindingLanguage.word("a-little-more") + " " + parts : parts;
	}

}
