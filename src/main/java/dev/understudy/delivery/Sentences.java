package dev.understudy.delivery;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * What is written down about an operation: by delivery, and by those whose gates hold it
 * back. It is recorded once, in English; a page in another language tells it again in
 * that language, for which a recorded sentence is recognised by the very pattern it was
 * made from. AWS's own words stay as they are.
 */
public final class Sentences {

	private static final ResourceBundle.Control EXACT = ResourceBundle.Control
		.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

	/** Where sentences stand: of a module that is not named here none is told again. */
	private static final List<String> BUNDLES = List.of("delivery.sentences", "catalog.sentences");

	private static final Pattern BLANK = Pattern.compile("\\{(\\d)}");

	private static final Map<String, String> ENGLISH = texts(Locale.ROOT);

	private static final Map<String, String> GERMAN = texts(Locale.GERMAN);

	/** Those with more words of their own first. */
	private static final List<Known> KNOWN = ENGLISH.entrySet()
		.stream()
		.map((entry) -> Known.of(entry.getKey(), entry.getValue()))
		.sorted(Comparator.comparingInt(Known::words).reversed())
		.toList();

	private Sentences() {
	}

	/**
	 * Tells a recorded sentence in another language.
	 * @param recorded as it was written down
	 * @param language the language of who reads it
	 * @return the sentence in that language; as it was written down if it is AWS's, or if
	 * nobody here speaks the language
	 */
	public static String in(Locale language, String recorded) {
		boolean german = Locale.GERMAN.getLanguage().equals(language.getLanguage());
		return german ? told(recorded, GERMAN) : recorded;
	}

	/**
	 * Says a sentence as it is to be written down.
	 * @param key its key
	 * @param values what fills its blanks, by their numbers
	 * @return the sentence in English
	 */
	public static String say(String key, @Nullable Object... values) {
		String pattern = ENGLISH.get(key);
		if (pattern == null) {
			throw new IllegalArgumentException("There is no sentence " + key);
		}
		return fill(pattern, (blank) -> String.valueOf(values[blank]));
	}

	static Map<String, String> texts(Locale language) {
		return BUNDLES.stream()
			.map((name) -> ResourceBundle.getBundle(name, language, EXACT))
			.flatMap((bundle) -> bundle.keySet().stream().map((key) -> Map.entry(key, bundle.getString(key))))
			.collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	// What fills a blank may be a sentence itself.
	private static String told(String recorded, Map<String, String> texts) {
		return KNOWN.stream()
			.flatMap((known) -> known.read(recorded).stream())
			.findFirst()
			.map((said) -> fill(texts.getOrDefault(said.key(), recorded),
					(blank) -> told(said.values().getOrDefault(blank, ""), texts)))
			.orElse(recorded);
	}

	private static String fill(String pattern, Function<Integer, String> value) {
		return BLANK.matcher(pattern)
			.replaceAll((blank) -> Matcher.quoteReplacement(value.apply(Integer.valueOf(blank.group(1)))));
	}

	/** A sentence that was recognised. */
	private record Said(String key, Map<Integer, String> values) {

	}

	/** A sentence that can be recognised. */
	private record Known(String key, Pattern pattern, List<Integer> blanks, int words) {

		static Known of(String key, String text) {
			List<Integer> blanks = BLANK.matcher(text).results().map((it) -> Integer.valueOf(it.group(1))).toList();
			String[] words = BLANK.split(text, -1);
			String pattern = List.of(words).stream().map(Pattern::quote).collect(Collectors.joining("(.*?)"));
			return new Known(key, Pattern.compile(pattern, Pattern.DOTALL), blanks, String.join("", words).length());
		}

		Optional<Said> read(String recorded) {
			Matcher matcher = this.pattern.matcher(recorded);
			if (!matcher.matches()) {
				return Optional.empty();
			}
			MatchResult found = matcher.toMatchResult();
			return Optional.of(new Said(this.key,
					IntStream.range(0, this.blanks.size())
						.boxed()
						.collect(Collectors.toMap(this.blanks::get, (it) -> found.group(it + 1)))));
		}

	}

}
