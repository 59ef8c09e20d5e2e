package dev.understudy.experiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import dev.understudy.shell.Page;
import dev.understudy.shell.PageToken;
import dev.understudy.shell.PageTokenException;

/**
 * Lists experiments page by page. A page begins right after the last item of the one
 * before, by value, so that the last page costs as much as the first.
 */
@Repository
class ExperimentSearch {

	private static final int TOKEN_VALUES = 3;

	/** As many are looked up and sorted in no time. */
	static final int FEW = 1000;

	private final JdbcClient jdbc;

	ExperimentSearch(DataSource source) {
		this.jdbc = JdbcClient.create(new PlannedAnew(source));
	}

	Page<ExperimentSummary> list(ExperimentQuery query) {
		Conditions conditions = new Conditions(query);
		String direction = query.sort().isDescending() ? "desc" : "asc";
		String order = "order by %1$s %2$s, id %2$s limit :limit".formatted(query.sort().column(), direction);
		List<ExperimentSummary> rows = this.jdbc
			.sql(conditions.isSearch() ? searched(conditions, order)
					: "select %s from experiment where %s %s".formatted(ExperimentSummary.COLUMNS, conditions.all(),
							order))
			.params(conditions.values)
			.param("limit", query.pageSize() + 1)
			.query(ExperimentSummary::of)
			.list();
		return Page.cut(rows, query.pageSize(), (row) -> position(query, row));
	}

	/**
	 * PostgreSQL knows how many rows have a common tag or label, and not how few have a
	 * rare one: it would walk the whole table in its order to find them. So the first few
	 * are looked up; only where there are more of them it is walked.
	 */
	private static String searched(Conditions conditions, String order) {
		return """
				with few as materialized (select %1$s, sort_name, search from experiment where %2$s limit %3$d)
				(select %1$s, sort_name from few where (select count(*) from few) < %3$d and %4$s %6$s)
				union all
				(select %1$s, sort_name from experiment where (select count(*) from few) >= %3$d and %5$s %6$s)
				%6$s""".formatted(ExperimentSummary.COLUMNS, String.join(" and ", conditions.searches), FEW,
				String.join(" and ", conditions.texts), conditions.all(), order);
	}

	boolean isEmpty() {
		return this.jdbc.sql("select not exists (select from experiment)").query(Boolean.class).single();
	}

	private static PageToken position(ExperimentQuery query, ExperimentSummary row) {
		Object value = switch (query.sort()) {
			case UPDATED, UPDATED_DESC -> row.updatedAt();
			case CREATED, CREATED_DESC -> row.createdAt();
			case NAME, NAME_DESC -> Outline.sortName(row.name());
		};
		return PageToken.of(query.fingerprint(), value, row.id());
	}

	/** The where clause, from constants, and the values for its parameters. */
	private static final class Conditions {

		private final List<String> texts = new ArrayList<>();

		/** What to have among the elements of a row. */
		private final List<String> searches = new ArrayList<>();

		private final Map<String, Object> values = new HashMap<>();

		Conditions(ExperimentQuery query) {
			if (query.phases().isEmpty()) {
				this.texts.add("phase <> 'DISCARDED'");
			}
			else {
				add("phase in (:phases)", "phases", query.phases().stream().map(Phase::name).toList());
			}
			if (!query.statuses().isEmpty()) {
				add("sagemaker_status in (:statuses)", "statuses", query.statuses());
			}
			if (query.endpoint() != null) {
				add("endpoint = :endpoint", "endpoint", query.endpoint());
			}
			if (query.owner() != null) {
				add("owner = :owner", "owner", query.owner());
			}
			if (query.tag() != null) {
				search("tags @> array[:tag]::text[]", "tag", query.tag());
			}
			if (query.label() != null) {
				search("label_keys @> array[:label]::text[]", "label", Labels.key(query.label()));
			}
			if (query.text() != null) {
				add("search like :text", "text", '%' + literally(query.text().toLowerCase(Locale.ROOT)) + '%');
			}
			if (query.pageToken() != null) {
				after(query, PageToken.decode(query.pageToken(), TOKEN_VALUES));
			}
		}

		boolean isSearch() {
			return !this.searches.isEmpty();
		}

		String all() {
			return Stream.concat(this.texts.stream(), this.searches.stream()).collect(Collectors.joining(" and "));
		}

		private void search(String text, String parameter, Object value) {
			this.searches.add(text);
			this.values.put(parameter, value);
		}

		private void add(String text, String parameter, Object value) {
			this.texts.add(text);
			this.values.put(parameter, value);
		}

		private void after(ExperimentQuery query, PageToken position) {
			if (!position.values().getFirst().equals(query.fingerprint())) {
				throw new PageTokenException(null);
			}
			this.texts.add("(%s, id) %s (:value, :id)".formatted(query.sort().column(),
					query.sort().isDescending() ? "<" : ">"));
			this.values.put("value", query.sort().value(position));
			this.values.put("id", position.id(2));
		}

		private static String literally(String text) {
			return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
		}

	}

}
