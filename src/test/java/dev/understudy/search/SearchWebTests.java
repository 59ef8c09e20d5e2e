package dev.understudy.search;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.http.HttpMethod;

import dev.understudy.actor.Role;
import dev.understudy.experiment.RehearsedTests;
import dev.understudy.experiment.SqlCount;

import static org.assertj.core.api.Assertions.assertThat;

/** The search as pages and as a resource. */
class SearchWebTests extends RehearsedTests {

	static final List<Place> PLACES = Place.ALL;

	static final List<Topic> TOPICS = Topic.ALL;

	@Test
	void anExperimentIsFoundByTheBeginningOfItsNameAndByItsId() {
		String name = name("Zebra_100%");
		UUID id = draft(name);
		for (String typed : new String[] { "ze", "ZEBRA_100%", "a_100%-", id.toString().substring(9) }) {
			assertThat(this.mvc.get()
				.uri("/api/v1/search?q={q}", typed)
				.header("Authorization", "Bearer us_sandbox_viewer")).hasStatusOk()
				.bodyText()
				.contains("\"kind\":\"experiment\",\"title\":\"%s\",\"detail\":\"Draft".formatted(name),
						"\"path\":\"/experiments/%s\"".formatted(id), "\"id\":\"%s\"".formatted(id));
		}
		assertThat(api(HttpMethod.GET, "/api/v1/search?q=zebra-100", Role.VIEWER, "")).bodyText().doesNotContain(name);
		assertThat(api(HttpMethod.GET, "/api/v1/search", Role.VIEWER, "")).hasStatus(400);
	}

	@Test
	void thePageGroupsWhatWasFoundAndKeepsWhatWasTyped() {
		String name = name("okapi");
		draft(name);
		assertThat(get("/search?q=okapi%20%22%3E")).hasStatusOk()
			.bodyText()
			.contains("value=\"okapi &quot;&gt;\"", "Nothing found for")
			.doesNotContain(name, "??");
		assertThat(get("/search?q=okapi")).bodyText().contains(name, "group-experiment", "<html").doesNotContain("??");
		assertThat(get("/search/results?q=okapi")).bodyText()
			.contains(name, "role=\"listbox\"", "role=\"option\"")
			.doesNotContain("<html", "??");
	}

	@Test
	void thePaletteAndTheKeysAreThereForEveryPage() {
		assertThat(get("/search/palette")).hasStatusOk()
			.bodyText()
			.contains("<dialog id=\"palette\"", "<dialog id=\"keys\"", "New experiment")
			.doesNotContain("<html", "??");
		assertThat(get("/search/palette", Role.VIEWER)).bodyText().doesNotContain("New experiment");
		assertThat(get("/help", Role.VIEWER)).bodyText()
			.contains("data-palette=\"/search/palette\"", "data-key=\"g d\"", "href=\"/search\"")
			.doesNotContain("data-key=\"n\"", "??");
	}

	@ParameterizedTest
	@FieldSource("PLACES")
	void everyPlaceIsAPage(Place place) {
		assertThat(get(place.path(), Role.ADMIN)).hasStatusOk().bodyText().contains("<h1");
	}

	@ParameterizedTest
	@FieldSource("TOPICS")
	void everyTopicStandsInTheHelp(Topic topic) {
		assertThat(get("/help")).bodyText().contains("id=\"%s\"".formatted(topic.anchor()));
	}

	@Test
	void aSearchTakesThreeStatementsAtMost() {
		draft(name("fraud"));
		assertThat(SqlCount.of(() -> get("/search/results?q=fraud"))).isBetween(2, 3);
		assertThat(SqlCount.of(() -> get("/search/results?q=fr"))).isEqualTo(2);
	}

}
