package dev.understudy.experiment;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

import dev.understudy.actor.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

/** Words that people sort experiments by. */
class LabelsTests extends RehearsedTests {

	@Autowired
	Labelling labelling;

	@Test
	void labelsDifferInMoreThanCase() {
		assertThat(Labels.of(List.of(" Team \t fraud", "blue", "TEAM FRAUD", "Blue")).labels())
			.containsExactly("Team fraud", "blue");
		assertThat(Labels.of(List.of("a", "b")).without("B ").labels()).containsExactly("a");
		assertThat(Labels.of(List.of("a")).hasAll(List.of(" A"))).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "'  ', EMPTY", "'a,b', UNSTORABLE", "'a\0b', UNSTORABLE", "'\uD800', UNSTORABLE",
			"12345678901234567890123456789012345678901, TOO_LONG" })
	void whatIsNoLabelIsRefused(String typed, LabelRefusedException.Reason reason) {
		assertThat(catchThrowableOfType(LabelRefusedException.class, () -> Labels.of(List.of(typed))).reason())
			.isEqualTo(reason);
	}

	@Test
	void fortyCharactersAndTwentyLabelsAreTaken() {
		assertThat(Labels.of(List.of("😀".repeat(Labels.LONGEST))).labels()).hasSize(1);
		List<String> many = IntStream.range(0, Labels.MOST).mapToObj(String::valueOf).toList();
		Labels most = Labels.of(many);
		assertThat(most.with(List.of("7")).labels()).hasSize(Labels.MOST);
		assertThat(catchThrowableOfType(LabelRefusedException.class, () -> most.with(List.of("one more"))).reason())
			.isEqualTo(LabelRefusedException.Reason.TOO_MANY);
	}

	@Test
	void aLabelIsAddedShownFoundAndTakenAway() {
		UUID id = live(name("with-label"), "Completed");
		String label = name("Team <fraud>");
		String page = "/experiments/%s/labels".formatted(id);
		long version = this.experiments.get(id).experiment().getVersion();
		assertThat(post(page).param("label", label)).hasRedirectedUrl(page);
		assertThat(this.experiments.get(id).experiment().getVersion()).isGreaterThan(version);
		String shown = label.replace("<", "&lt;").replace(">", "&gt;");
		for (String address : List.of(page, "/experiments/" + id, "/experiments")) {
			assertThat(get(address)).hasStatusOk().bodyText().contains(shown).doesNotContain("??");
		}
		assertThat(this.experiments.list(about(label.toUpperCase(Locale.ROOT))).items())
			.extracting(ExperimentSummary::id, ExperimentSummary::labels)
			.containsExactly(tuple(id, List.of(label)));
		assertThat(this.experiments.list(about(label.substring(1))).items()).isEmpty();
		assertThat(post(page + "/removal").param("label", label)).hasRedirectedUrl(page);
		assertThat(this.experiments.list(about(label)).items()).isEmpty();
		assertThat(this.jdbc.sql(
				"select after::text from audit_entry where experiment_id = ? and action = 'experiment.labelled' order by at, id")
			.params(id)
			.query(String.class)
			.list()).hasSize(2).first().asString().contains(label);
	}

	@Test
	void whatChangesNothingLeavesNoTrace() {
		UUID id = draft(name("same-labels"));
		this.labelling.set(id, List.of("a", "b"), Actors.author());
		long version = this.experiments.get(id).experiment().getVersion();
		assertThat(this.labelling.add(id, List.of("A"), Actors.author())).containsExactly("a", "b");
		assertThat(this.labelling.remove(id, "c", Actors.author())).containsExactly("a", "b");
		assertThat(this.experiments.get(id).experiment().getVersion()).isEqualTo(version);
	}

	@Test
	void aLabelThatIsRefusedComesBackWithTheReason() {
		UUID id = draft(name("label-refused"));
		String typed = "x".repeat(41);
		assertThat(post("/experiments/%s/labels".formatted(id)).param("label", typed)).hasStatus(422)
			.bodyText()
			.contains(typed, "at most 40 characters", "aria-invalid")
			.doesNotContain("??");
	}

	@Test
	void aProgramReplacesAllLabels() {
		UUID id = draft(name("labels-by-program"));
		String address = "/api/v1/experiments/%s/labels".formatted(id);
		assertThat(api(HttpMethod.PUT, address, Role.AUTHOR, "{\"labels\":[\"b\",\"a\",\"B\"]}")).hasStatusOk()
			.bodyJson()
			.isEqualTo("{\"labels\":[\"b\",\"a\"]}");
		assertThat(api(HttpMethod.GET, "/api/v1/experiments?label=B&q=" + id, Role.VIEWER, "")).bodyJson()
			.extractingPath("$.items[0].labels[1]")
			.isEqualTo("a");
		assertThat(api(HttpMethod.PUT, address, Role.REVIEWER, "{\"labels\":[]}")).hasStatus(403);
		assertThat(api(HttpMethod.PUT, address, Role.AUTHOR, "{\"labels\":[\"a,b\"]}")).hasStatus(422)
			.bodyJson()
			.extractingPath("$.code")
			.isEqualTo("label-unstorable");
		assertThat(api(HttpMethod.PUT, address, Role.AUTHOR, "{}")).hasStatus(400);
		assertThat(api(HttpMethod.PUT, address.replace(id.toString(), UUID.randomUUID().toString()), Role.AUTHOR,
				"{\"labels\":[]}"))
			.hasStatus(404);
	}

	private static ExperimentQuery about(String label) {
		return new ExperimentQuery(List.of(), List.of(), null, null, null, label, null, Sort.UPDATED_DESC, 50, null);
	}

}
