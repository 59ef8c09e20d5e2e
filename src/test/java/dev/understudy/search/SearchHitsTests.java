package dev.understudy.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;

import dev.understudy.actor.Role;
import dev.understudy.experiment.Actors;
import dev.understudy.experiment.Choices.EndpointSomewhere;
import dev.understudy.experiment.FormChoices;
import dev.understudy.experiment.QuickSearch;
import dev.understudy.target.Target;
import dev.understudy.target.Targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

/** What is found beside experiments. */
class SearchHitsTests {

	private static final Pattern LINK = Pattern.compile("<a [^>]*th:href=\"@\\{(/[a-z/-]*)}\"");

	private final FormChoices choices = mock(FormChoices.class);

	private final Search search = search();

	@Test
	void nothingTypedOffersThePagesOneMaySee() {
		assertThat(find("", Role.VIEWER)).extracting(Hit::path)
			.contains("/", "/experiments", "/help")
			.doesNotContain("/experiments/new", "/audit", "/settings/users");
		assertThat(find("", Role.ADMIN)).extracting(Hit::path).containsExactlyElementsOf(paths());
		verify(this.choices, never()).search(any(), any(), anyInt());
	}

	@ParameterizedTest
	@ValueSource(strings = { "navigation", "settings" })
	void whereTheNavigationLeadsCanBeGoneToByName(String template) throws IOException {
		String html = Files.readString(Path.of("frontend-templates/shell", template + ".html"));
		List<String> links = LINK.matcher(html).results().map((link) -> link.group(1)).distinct().toList();
		assertThat(links).isNotEmpty();
		assertThat(paths()).containsAll(links.stream().filter((link) -> !link.equals("/search")).toList());
	}

	@Test
	void anEndpointIsFoundByAPartOfItsNameAndLeadsToItsExperiments() {
		assertThat(find("PROD", Role.VIEWER)).filteredOn((hit) -> hit.kind() == Kind.ENDPOINT)
			.containsExactly(
					Hit.of(Kind.ENDPOINT, "fraud-prod", "InService · sandbox", "/experiments?endpoint=fraud-prod"),
					Hit.of(Kind.ENDPOINT, "ranking-prod", "Updating · sandbox", "/experiments?endpoint=ranking-prod"));
		assertThat(find("p", Role.VIEWER)).extracting(Hit::kind).doesNotContain(Kind.ENDPOINT);
	}

	@ParameterizedTest
	@CsvSource({ "sight, Sighting, /help#words", "twice created, Why nothing is created twice, /help#once",
			"keys, Keys, /help#together-keys", "label, Labels, /help#together-labels" })
	void aTopicOfTheHelpIsFoundByItsWords(String typed, String title, String path) {
		assertThat(find(typed, Role.VIEWER)).filteredOn((hit) -> hit.kind() == Kind.HELP)
			.first()
			.returns(title, Hit::title)
			.returns(path, Hit::path);
	}

	@Test
	void whatStandsInTheTitleComesBeforeWhatStandsInTheText() {
		List<Hit> found = find("experiment", Role.VIEWER).stream().filter((hit) -> hit.kind() == Kind.HELP).toList();
		assertThat(found).hasSize(Search.EACH).doesNotHaveDuplicates();
		assertThat(found.getFirst().title()).isEqualTo("Experiment");
	}

	@Test
	void theLanguageIsTheReaders() {
		assertThat(this.search.find("suche", Actors.user("ada", Role.VIEWER), Locale.GERMAN)).extracting(Hit::title)
			.contains("Suche");
	}

	@ParameterizedTest
	@CsvSource({ "300", "5000" })
	void whateverIsTypedIsAnswered(int length) {
		assertThat(find("😀".repeat(length), Role.VIEWER)).isEmpty();
		assertThat(find("a\0b%_\\", Role.VIEWER)).isEmpty();
	}

	private List<Hit> find(String typed, Role role) {
		return this.search.find(typed, Actors.user("ada", role), Locale.ENGLISH);
	}

	private static List<String> paths() {
		return Place.ALL.stream().map(Place::path).toList();
	}

	private Search search() {
		Target target = new Target("sandbox", "111122223333", "us-east-1", null, List.of());
		Targets targets = mock(Targets.class);
		given(targets.all()).willReturn(List.of(target));
		given(this.choices.search(List.of(target), "prod", Search.EACH))
			.willReturn(List.of(new EndpointSomewhere("sandbox", "fraud-prod", "InService"),
					new EndpointSomewhere("sandbox", "ranking-prod", "Updating")));
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages");
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		return new Search(mock(QuickSearch.class), this.choices, targets, messages);
	}

}
