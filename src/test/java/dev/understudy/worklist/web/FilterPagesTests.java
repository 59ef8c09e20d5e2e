package dev.understudy.worklist.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.MultiValueMap;

import dev.understudy.actor.Actor;
import dev.understudy.actor.Role;
import dev.understudy.experiment.Actors;
import dev.understudy.experiment.RehearsedTests;
import dev.understudy.experiment.SqlCount;
import dev.understudy.worklist.FilterRefusedException;
import dev.understudy.worklist.SavedFilter;
import dev.understudy.worklist.SavedFilters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Filters that people keep for themselves. */
class FilterPagesTests extends RehearsedTests {

	private static final String PAGE = "/experiments/filters";

	@Autowired
	SavedFilters filters;

	@Test
	void aFilterIsKeptAndStandsAboveTheList() {
		String name = name("Running on fraud-prod");
		assertThat(post(PAGE).param("name", " " + name + " ").param("query", "endpoint=fraud-prod&phase=live"))
			.hasRedirectedUrl("/experiments?endpoint=fraud-prod&phase=live");
		assertThat(get(PAGE + "/links?phase=live&endpoint=fraud-prod")).hasStatusOk()
			.bodyText()
			.contains(name, "/experiments?endpoint=fraud-prod&amp;phase=live", "Save this filter")
			.doesNotContain("<html", "??");
		assertThat(get(PAGE, Role.VIEWER)).bodyText().doesNotContain(name);
		assertThat(get("/experiments?q=a%26b&pageToken=")).bodyText()
			.contains("hx-get=\"/experiments/filters/links?q=a%26b\"");
	}

	@Test
	void aFilterIsRenamedAndDeletedByItsOwnerOnly() {
		Actor ada = Actors.user(name("ada"), Role.VIEWER);
		Actor bob = Actors.user(name("bob"), Role.ADMIN);
		this.filters.save("mine", "q=x", ada);
		UUID id = this.filters.of(ada).getFirst().id();
		this.filters.rename(id, "yours", bob);
		this.filters.delete(id, bob);
		assertThat(this.filters.of(ada)).extracting(SavedFilter::name).containsExactly("mine");
		this.filters.rename(id, "still mine", ada);
		assertThat(this.filters.of(ada)).extracting(SavedFilter::name).containsExactly("still mine");
		this.filters.delete(id, ada);
		assertThat(this.filters.of(ada)).isEmpty();
		assertThat(this.jdbc.sql("select action from audit_entry where actor_name = ? order by at, id")
			.params(ada.name())
			.query(String.class)
			.list()).containsExactly("filter.saved", "filter.renamed", "filter.deleted");
	}

	@Test
	void aNameIsTakenInAnyCaseAndThirtyAreEnough() {
		Actor ada = Actors.user(name("collector"), Role.VIEWER);
		for (int i = 0; i < SavedFilter.MOST; i++) {
			this.filters.save("Filter " + i, "q=" + i, ada);
		}
		assertThat(refusal(() -> this.filters.save("One more", "q=x", ada))).isEqualTo("too-many");
		UUID last = this.filters.of(ada).getLast().id();
		assertThat(refusal(() -> this.filters.rename(last, "FILTER 0", ada))).isEqualTo("taken");
		this.filters.delete(last, ada);
		assertThat(refusal(() -> this.filters.save("fILTER 0", "q=x", ada))).isEqualTo("taken");
	}

	@ParameterizedTest
	@CsvSource({ "' ', q=x, name", "x, '', query" })
	void aFilterHasANameAndNarrowsSomethingDown(String name, String query, String reason) {
		assertThat(refusal(() -> this.filters.save(name, query, Actors.author()))).isEqualTo(reason);
		assertThat(refusal(() -> this.filters.save("x".repeat(61), "q=x", Actors.author()))).isEqualTo("name");
	}

	@Test
	void onlyWhatTheListKnowsIsKept() {
		assertThat(ListQuery.of(MultiValueMap.fromMultiValue(Map.of("q", List.of(" a&b "), "sort", List.of("-updated"),
				"pageToken", List.of("x"), "phase", List.of("draft", "", "live")))))
			.isEqualTo("phase=draft&phase=live&q=a%26b");
		assertThat(ListQuery.of("q=a%26b&evil=1&label=\"><script>&sort=name")).isEqualTo("q=a%26b&sort=name");
	}

	@Test
	void theLinksTakeOneStatement() {
		assertThat(SqlCount.of(() -> get(PAGE + "/links?phase=live"))).isBetween(1, 2);
	}

	private static String refusal(ThrowingCallable saving) {
		return catchThrowableOfType(FilterRefusedException.class, saving).reason().id();
	}

}
