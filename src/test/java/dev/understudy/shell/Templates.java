package dev.understudy.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.simple.AbstractSimpleMarkupHandler;
import org.attoparser.simple.SimpleMarkupParser;

/** The templates of the pages, read as text and as markup. */
final class Templates {

	private static final Path ROOT = Path.of("frontend-templates");

	private static final Pattern MESSAGE = Pattern.compile("#\\{([^}(|$]+)[}(]|#\\{\\|((?:[^|$]|\\$\\{[^}]*})+)\\|");

	private Templates() {
	}

	static List<Path> all() {
		try (Stream<Path> files = Files.walk(ROOT)) {
			return files.filter((file) -> file.toString().endsWith(".html")).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Keys of the messages a template names; what is only known later stands for
	 * anything.
	 */
	static List<Pattern> keys(Path template) {
		Matcher matcher = MESSAGE.matcher(read(template));
		List<Pattern> keys = new ArrayList<>();
		while (matcher.find()) {
			String key = (matcher.group(1) != null) ? matcher.group(1) : matcher.group(2);
			keys.add(Pattern.compile(Stream.of(key.split("\\$\\{[^}]*}", -1))
				.map(Pattern::quote)
				.reduce((left, right) -> left + ".+" + right)
				.orElseThrow()));
		}
		return keys;
	}

	/**
	 * Everything in a template that a reader would see in the language of the template.
	 */
	static List<String> texts(Path template) {
		return texts(read(template));
	}

	static List<String> texts(String markup) {
		Seen seen = new Seen();
		try {
			new SimpleMarkupParser(ParseConfiguration.htmlConfiguration()).parse(markup, seen);
		}
		catch (ParseException ex) {
			throw new IllegalArgumentException(ex);
		}
		return seen.texts;
	}

	private static String read(Path template) {
		try {
			return Files.readString(template);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static final class Seen extends AbstractSimpleMarkupHandler {

		private static final List<String> REPLACED = List.of("th:text", "th:replace", "th:insert");

		private static final List<String> READ_OUT = List.of("alt", "aria-label", "label", "placeholder", "title");

		private static final Pattern WORD = Pattern.compile("\\p{L}{2}");

		private final List<String> texts = new ArrayList<>();

		private final Deque<Boolean> replaced = new ArrayDeque<>(List.of(false));

		@Override
		public void handleOpenElement(String name, Map<String, String> attributes, int line, int col) {
			look(attributes);
			this.replaced.push(
					this.replaced.element() || has(attributes, REPLACED) || List.of("script", "style").contains(name));
		}

		@Override
		public void handleCloseElement(String name, int line, int col) {
			this.replaced.pop();
		}

		@Override
		public void handleStandaloneElement(String name, Map<String, String> attributes, boolean minimized, int line,
				int col) {
			look(attributes);
		}

		@Override
		public void handleText(char[] buffer, int offset, int length, int line, int col) {
			String text = new String(buffer, offset, length).strip();
			if (!this.replaced.element() && WORD.matcher(text.replaceAll("&\\w+;", "")).find()) {
				this.texts.add(text);
			}
		}

		private void look(Map<String, String> attributes) {
			if (attributes == null) {
				return;
			}
			attributes.forEach((name, value) -> {
				if (READ_OUT.contains(name) && WORD.matcher(value).find()) {
					this.texts.add(name + "=" + value);
				}
				if (name.equals("th:text") || READ_OUT.stream().anyMatch((it) -> name.equals("th:" + it))) {
					literals(value).forEach((literal) -> this.texts.add(name + "=" + literal));
				}
			});
		}

		private static boolean has(Map<String, String> attributes, List<String> names) {
			return attributes != null && names.stream().anyMatch(attributes::containsKey);
		}

		/** Words that an expression gives out itself. */
		private static Stream<String> literals(String expression) {
			String bare = expression.replaceAll("[$*#@~]\\{[^{}]*(\\{[^{}]*}[^{}]*)*}", "");
			return Pattern.compile("\\|([^|]*)\\||'([^']*)'")
				.matcher(bare)
				.results()
				.map((match) -> match.group())
				.filter((literal) -> WORD.matcher(literal).find());
		}

	}

}
