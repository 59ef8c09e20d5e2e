package dev.understudy.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;

import dev.understudy.actor.Role;
import dev.understudy.experiment.Actors;
import dev.understudy.experiment.Choices;
import dev.understudy.experiment.Choices.EndpointChoice;
import dev.understudy.experiment.FormChoices;
import dev.understudy.experiment.QuickSearch;
import dev.understudy.target.Target;
import dev.understudy.target.Targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

/** What is found beside experiments. */
class SearchHitsTests {

	private static final Pattern LINK = Pattern.compile("<a [^>]*th:href=\"@\\{(/[a-z/-]*)}\"");

	private final FormChoices choices = mock(FormChoices.class);

	private final Search search = search(Duration.ofMinutes(1));

	@Test
	void nothingTypedOffersThePagesOneMaySee() {
		assertThat(find("", Role.VIEWER)).extracting(Hit::path)
			.contains("/", "/experiments", "/help")
			.doesNotContain("/experiments/new", "/audit", "/settings/users");
		assertThat(find("", Role.ADMIN)).extracting(Hit::path).containsExactlyElementsOf(paths());
		verify(this.choices, never()).offer(any(), any());
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

	@Test
	void nobodyWaitsForAnAccountThatIsSlow() {
		CountDownLatch answer = new CountDownLatch(1);
		Search impatient = search(Duration.ofMillis(1));
		given(this.choices.offer(any(), any())).willAnswer((call) -> {
			answer.await();
			throw new AssertionError("Nobody waits for this");
		});
		assertThat(impatient.find("prod", Actors.user("ada", Role.VIEWER), Locale.ENGLISH)).extracting(Hit::kind)
			.contains(Kind.HELP)
			.doesNotContain(Kind.ENDPOINT);
		answer.countDown();
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

	private Search search(Duration patience) {
		Target target = new Target("sandbox", "111122223333", "us-east-1", null, List.of());
		Targets targets = mock(Targets.class);
		given(targets.all()).willReturn(List.of(target));
		given(this.choices.offer(target, null)).willReturn(new FormChoices.Offer(
				List.of(endpoint("fraud-prod", "InService"), endpoint("other-" + UUID.randomUUID(), "InService"),
						endpoint("ranking-prod", "Updating")),
				List.of(), List.of(), List.of(), new Choices.Names(List.of(), null), new Choices.Names(List.of(), null),
				Instant.EPOCH));
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages");
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		return new Search(mock(QuickSearch.class), new KnownEndpoints(this.choices, patience), targets, messages);
	}

	private static EndpointChoice endpoint(String name, String status) {
		return new EndpointChoice(name, status, null, null, false);
	}

}
