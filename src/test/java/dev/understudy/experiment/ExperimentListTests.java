package dev.understudy.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import dev.understudy.TestDatabase;
import dev.understudy.actor.Role;
import dev.understudy.definition.Draft;
import dev.understudy.definition.Drafts;
import dev.understudy.shell.Page;
import dev.understudy.shell.PageTokenException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@SpringBootTest(properties = { "understudy.sandbox.samples=false", "understudy.data-dir=target/experiment-list-tests" })
@Import({ TestDatabase.class, CarriedOperations.class, SqlCount.class })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExperimentListTests {

	private static final int DRAFTS = 23;

	@Autowired
	Experiments experiments;

	@Autowired
	QuickSearch quick;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TransactionTemplate transaction;

	private UUID special;

	@BeforeAll
	void draft() {
		for (int i = 0; i < DRAFTS; i++) {
			Draft draft = (i % 5 == 0) ? Draft.empty()
					: Drafts.with("/Name", "%s-%d".formatted((i % 2 == 0) ? "B" : "a", i));
			this.experiments.draft(new NewDraft(null, draft), Actors.author());
		}
		Draft odd = Drafts.change(Drafts.with("/Name", "Search_100%-Me"), "/Tags/0/Value", "ranking");
		this.special = this.experiments
			.draft(new NewDraft(null, Drafts.change(odd, "/EndpointName", "ranking-prod")),
					Actors.user("second", Role.AUTHOR))
			.experiment()
			.getId();
		UUID discarded = this.experiments.draft(new NewDraft(null, Draft.empty()), Actors.author())
			.experiment()
			.getId();
		this.experiments.discard(discarded, Actors.author());
	}

	@ParameterizedTest
	@EnumSource
	void everyOrderShowsEachExperimentOnceInThatOrder(Sort sort) {
		List<ExperimentSummary> all = everyPage(
				new ExperimentQuery(List.of(), List.of(), null, null, null, null, null, sort, 4, null));
		assertThat(all).hasSize(DRAFTS + 1).doesNotHaveDuplicates().isSortedAccordingTo(order(sort));
	}

	@Test
	void filtersNarrowTheList() {
		assertThat(ids(query(null, null, "team=ranking", null))).containsExactly(this.special);
		assertThat(ids(query(null, null, "team", null))).hasSizeGreaterThan(1).contains(this.special);
		assertThat(ids(query("ranking-prod", null, null, null))).containsExactly(this.special);
		assertThat(ids(query(null, "second", null, null))).containsExactly(this.special);
		assertThat(ids(query(null, "nobody", null, null))).isEmpty();
		assertThat(ids(ExperimentQuery.ALL.in(List.of(Phase.DISCARDED)))).hasSize(1);
		assertThat(ids(ExperimentQuery.ALL.in(List.of(Phase.LIVE, Phase.ENDED)))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "search_100%-me", "100%", "h_1", "ANKING-PR", "_" })
	void textIsFoundInAnyCaseAndLiterally(String text) {
		assertThat(ids(query(null, null, null, text))).containsExactly(this.special);
	}

	@Test
	void whoTypesFindsNamesThatBeginSoFirst() {
		assertThat(this.quick.find("a-", 50)).extracting(ExperimentSummary::name)
			.hasSizeGreaterThan(3)
			.allMatch((name) -> name.startsWith("a-"))
			.isSorted();
		assertThat(this.quick.find("A-", 2)).hasSize(2);
		assertThat(this.quick.find("ranking-prod", 5)).extracting(ExperimentSummary::id).containsExactly(this.special);
		assertThat(this.quick.find("100%", 5)).extracting(ExperimentSummary::id).containsExactly(this.special);
		assertThat(this.quick.find("ra", 5)).isEmpty();
		assertThat(this.quick.find(" ", 5)).isEmpty();
	}

	@Test
	void anIdIsFoundByAPartOfIt() {
		assertThat(ids(query(null, null, null, this.special.toString().substring(4)))).containsExactly(this.special);
	}

	@Test
	void textThatCannotBeStoredIsNotFound() {
		assertThat(ids(query(null, null, null, "a\0b"))).isEmpty();
	}

	@Test
	void aTokenOfAnotherListIsRefused() {
		String token = this.experiments
			.list(new ExperimentQuery(List.of(), List.of(), null, null, null, null, null, Sort.NAME, 2, null))
			.nextPageToken();
		assertThatExceptionOfType(PageTokenException.class)
			.isThrownBy(() -> this.experiments.list(ExperimentQuery.ALL.from(token)));
		assertThatExceptionOfType(PageTokenException.class)
			.isThrownBy(() -> this.experiments.list(ExperimentQuery.ALL.from("WyJhIl0")));
	}

	@ParameterizedTest
	@EnumSource
	void whatFewOrManyHaveIsListedInOrderToItsEnd(Sort sort) {
		this.jdbc
			.sql("""
					insert into experiment (id, version, target, owner, phase, revision, sha256, created_at, updated_at, name,
					    sort_name, tags, search, labels, label_keys)
					select gen_random_uuid(), 1, 'sandbox', 'crowd', 'DISCARDED', 1, '', now() - n * interval '1 hour',
					    now() - n * interval '1 day', 'crowd-' || n, 'crowd-' || n, '{}', 'crowd-' || n, label, label
					from generate_series(1, :count) n, (select array['crowd']) crowd (label)""")
			.param("count", ExperimentSearch.FEW + 1)
			.update();
		try {
			for (String text : new String[] { "crowd-", "crowd-1" }) {
				List<ExperimentSummary> all = everyPage(new ExperimentQuery(List.of(Phase.DISCARDED), List.of(), null,
						"crowd", null, "Crowd", text, sort, Page.MAX_SIZE, null));
				assertThat(all).hasSizeGreaterThan(100)
					.doesNotHaveDuplicates()
					.isSortedAccordingTo(order(sort))
					.allSatisfy((it) -> assertThat(it.name()).startsWith(text));
			}
			assertThat(everyPage(new ExperimentQuery(List.of(Phase.DISCARDED), List.of(), null, null, null, "crowd",
					null, sort, Page.MAX_SIZE, null)))
				.hasSize(ExperimentSearch.FEW + 1);
		}
		finally {
			this.jdbc.sql("delete from experiment where owner = 'crowd'").update();
		}
	}

	private List<ExperimentSummary> everyPage(ExperimentQuery query) {
		List<ExperimentSummary> all = new ArrayList<>();
		Page<ExperimentSummary> page = this.experiments.list(query);
		all.addAll(page.items());
		while (page.nextPageToken() != null) {
			page = this.experiments.list(query.from(page.nextPageToken()));
			all.addAll(page.items());
		}
		return all;
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, -1, 201, 10_000 })
	void aPageOfAnotherSizeIsRefused(int size) {
		assertThatIllegalArgumentException().isThrownBy(
				() -> new ExperimentQuery(List.of(), List.of(), null, null, null, null, null, Sort.NAME, size, null));
	}

	@Test
	void aListTakesOneStatementAndADetailTwo() {
		assertThat(SqlCount.of(() -> this.experiments.list(ExperimentQuery.ALL))).isBetween(1, 3);
		assertThat(SqlCount.of(() -> this.experiments.get(this.special))).isBetween(2, 5);
	}

	@ParameterizedTest
	@ValueSource(strings = { "true order by updated_at desc, id desc", "true order by created_at, id",
			"true order by sort_name, id", "phase in ('DRAFT') order by updated_at desc, id desc",
			"endpoint = 'x' order by updated_at desc, id desc", "owner = 'x' order by updated_at desc, id desc",
			"sagemaker_status in ('x') order by updated_at desc, id desc", "tags @> array['x']",
			"label_keys @> array['x']", "search like '%fraud%'",
			"sort_name >= 'a' and sort_name < 'b' order by sort_name, id" })
	void thereIsAnIndexForEveryOrderAndFilter(String condition) {
		List<String> plan = this.transaction.execute((status) -> {
			this.jdbc.sql("set local enable_seqscan = off").update();
			return this.jdbc.sql("explain select id from experiment where %s limit 5".formatted(condition))
				.query(String.class)
				.list();
		});
		assertThat(String.join("\n", plan)).contains("Index").doesNotContain("Seq Scan");
	}

	private List<UUID> ids(ExperimentQuery query) {
		return this.experiments.list(query).items().stream().map(ExperimentSummary::id).toList();
	}

	private static ExperimentQuery query(String endpoint, String owner, String tag, String text) {
		return new ExperimentQuery(List.of(), List.of(), endpoint, owner, tag, null, text, Sort.CREATED, 50, null);
	}

	private static Comparator<ExperimentSummary> order(Sort sort) {
		return switch (sort) {
			case UPDATED -> Comparator.comparing(ExperimentSummary::updatedAt);
			case UPDATED_DESC -> Comparator.comparing(ExperimentSummary::updatedAt).reversed();
			case CREATED -> Comparator.comparing(ExperimentSummary::createdAt);
			case CREATED_DESC -> Comparator.comparing(ExperimentSummary::createdAt).reversed();
			case NAME -> Comparator.comparing((listed) -> Outline.sortName(listed.name()));
			case NAME_DESC ->
				Comparator.comparing((ExperimentSummary listed) -> Outline.sortName(listed.name())).reversed();
		};
	}

}
