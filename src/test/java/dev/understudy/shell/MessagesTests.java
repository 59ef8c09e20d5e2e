package dev.understudy.shell;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ChoiceFormat;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the pages say, in each language they speak. */
class MessagesTests {

	private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");

	private static final Properties ENGLISH = read("messages.properties");

	private static final Properties GERMAN = read("messages_de.properties");

	@Test
	void nothingIsSaidInOneLanguageOnly() {
		assertThat(GERMAN.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(ENGLISH.stringPropertyNames());
	}

	@ParameterizedTest
	@MethodSource
	void noKeyStandsTwiceInAFile(String file) throws IOException {
		assertThat(Files.readAllLines(Path.of("src/main/resources", file))
			.stream()
			.filter((line) -> !line.startsWith("#") && line.contains("="))
			.map((line) -> line.substring(0, line.indexOf('=')))).doesNotHaveDuplicates();
	}

	static Stream<String> noKeyStandsTwiceInAFile() {
		return Stream.of("messages.properties", "messages_de.properties");
	}

	@Test
	void everyMessageSaysSomething() {
		assertThat(Stream.of(ENGLISH, GERMAN).flatMap((language) -> language.entrySet().stream()))
			.allSatisfy((entry) -> assertThat((String) entry.getValue()).as("%s", entry.getKey()).isNotBlank());
	}

	@Test
	void bothLanguagesNameTheSameArguments() {
		for (String key : ENGLISH.stringPropertyNames()) {
			assertThat(arguments(GERMAN.getProperty(key, ""))).as(key).isEqualTo(arguments(ENGLISH.getProperty(key)));
		}
	}

	@Test
	void everyMessageWithArgumentsCanBePutTogether() {
		Object[] some = { 2, 3, 4, 5, 6, 7, 8, 9 };
		for (Properties language : List.of(ENGLISH, GERMAN)) {
			for (String key : language.stringPropertyNames()) {
				String text = language.getProperty(key);
				if (!arguments(text).isEmpty()) {
					// A lone apostrophe would take the arguments behind it for text.
					assertThat(new MessageFormat(text, Locale.GERMAN).format(some)).as(key).doesNotContain("{", "}");
				}
			}
		}
	}

	@Test
	void everyChoiceKnowsOneAndMany() {
		for (Properties language : List.of(ENGLISH, GERMAN)) {
			for (String key : language.stringPropertyNames()) {
				for (Object format : new MessageFormat(language.getProperty(key), Locale.ENGLISH).getFormats()) {
					if (format instanceof ChoiceFormat choice) {
						assertThat(choice.format(1)).as(key).isNotEqualTo(choice.format(5));
					}
				}
			}
		}
	}

	@Test
	void everyMessageThatATemplateNamesIsThere() {
		Set<String> there = ENGLISH.stringPropertyNames();
		for (Path template : Templates.all()) {
			assertThat(Templates.keys(template)).as("%s", template)
				.allMatch((key) -> there.stream().anyMatch(key.asMatchPredicate()));
		}
	}

	@Test
	void noTemplateHasWordsOfItsOwn() {
		assertThat(Templates.all()).hasSizeGreaterThan(50)
			.allSatisfy((template) -> assertThat(Templates.texts(template)).as("%s", template).isEmpty());
	}

	@Test
	void wordsInATemplateAreNoticed() {
		assertThat(Templates.texts("""
				<div><p>Hello</p><img alt="A cat"><a title="More" th:text="#{more}">prototype</a>
				<b th:text="'Literal ' + ${it}"></b><i th:aria-label="|Copy ${it}|">·</i>
				<em th:text="${ok} ? #{yes} : #{no}"></em><code th:text="|${a} ${b}|"></code></div>
				""")).containsExactly("Hello", "alt=A cat", "title=More", "th:text='Literal '",
				"th:aria-label=|Copy |");
	}

	private static Set<String> arguments(String text) {
		return ARGUMENT.matcher(text)
			.results()
			.map((MatchResult match) -> match.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Properties read(String file) {
		Properties properties = new Properties();
		try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources", file), StandardCharsets.UTF_8)) {
			properties.load(reader);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return properties;
	}

}
