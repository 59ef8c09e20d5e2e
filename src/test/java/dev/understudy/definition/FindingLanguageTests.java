package dev.understudy.definition;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FindingLanguageTests {

	private static final Pattern NAME = Pattern.compile("\\{[a-z]+}");

	@Test
	void everyFindingHasItsWordsInGermanWithTheSameValues() throws IOException {
		Properties english = read("findings.properties");
		Properties german = read("findings_de.properties");
		assertThat(german.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
		assertThat(english.stringPropertyNames())
			.allSatisfy((key) -> assertThat(names(german.getProperty(key))).isEqualTo(names(english.getProperty(key))));
	}

	@Test
	void aFindingIsWordedForItsReader() {
		assertThat(FindingLanguage.in(Locale.GERMAN, FindingLanguageTests::tooLong).message())
			.isEqualTo("Der Name darf höchstens 120 Zeichen haben. Angegeben: 121, beginnend mit leerer Text.");
		assertThat(FindingLanguage.in(Locale.ENGLISH, FindingLanguageTests::tooLong)).isEqualTo(tooLong());
		assertThat(FindingLanguage.in(Locale.FRENCH, FindingLanguageTests::tooLong)).isEqualTo(tooLong());
		assertThat(List.of(tooLong().message(), tooLong().rule())).containsExactly(
				"The name may have at most 120 characters. Given: 121, beginning empty text.", "name.too-long");
	}

	private static Finding tooLong() {
		return Wording.error("name.too-long", "/Name")
			.with("max", 120)
			.with("length", 121)
			.with("given", Given.of(""))
			.build();
	}

	private static Set<String> names(String text) {
		return NAME.matcher(text)
			.results()
			.map((match) -> match.group())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Properties read(String file) throws IOException {
		Properties properties = new Properties();
		try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/definition", file))) {
			properties.load(reader);
		}
		return properties;
	}

}
