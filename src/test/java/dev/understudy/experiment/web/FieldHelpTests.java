package dev.understudy.experiment.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

class FieldHelpTests {

	private static final Pattern FIELD = Pattern
		.compile("(?:text|number|choice|suggest|listed|moment|short)\\((?:'(\\w+)'|\\|\\$\\{p}(\\w+)\\|)");

	@ParameterizedTest
	@EnumSource
	void everyFieldOfADefinitionHasItsHelp(FormField field) {
		FieldHelp help = FieldHelp.all().get(field.path());
		assertThat(help).isNotNull();
		assertThat("/" + help.getMember().replace("[]", "/0").replace('.', '/')).isEqualTo(field.pointer());
	}

	@ParameterizedTest
	@EnumSource
	void everyHelpHasItsWordsInEachLanguage(FieldHelp help) {
		for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
			assertThat(messages().getMessage(help.getText(), null, language)).hasSizeGreaterThan(40);
			assertThat(messages().getMessage(help.getLabel(), null, language)).isNotBlank();
		}
	}

	@ParameterizedTest
	@EnumSource
	void everyHelpNamesItsSource(FieldHelp help) {
		assertThat(help.getMember() == null).isEqualTo(help.getAddress() == null).isEqualTo(help == FieldHelp.TARGET);
	}

	@Test
	void everyFieldInTheFormHasItsHelp() throws IOException {
		String form = Files.readString(Path.of("frontend-templates/experiment/draft.html"));
		List<String> fields = FIELD.matcher(form).results().map(FieldHelpTests::name).distinct().toList();
		assertThat(fields).hasSizeGreaterThan(15)
			.allSatisfy((field) -> assertThat(FieldHelp.all().keySet())
				.anyMatch((it) -> it.equals(field) || it.equals("variants-" + field) || it.equals("tags-" + field)));
	}

	private static String name(MatchResult match) {
		return (match.group(1) != null) ? match.group(1) : match.group(2);
	}

	private static ResourceBundleMessageSource messages() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages");
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		return messages;
	}

}
