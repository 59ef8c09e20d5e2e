package dev.understudy.experiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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

	private final JdbcClient jdbc;

	ExperimentSearch(DataSource source) {
		this.jdbc = JdbcClient.create(new PlannedAnew(source));
	}

	Page<ExperimentSummary> list(ExperimentQuery query) {
		Conditions conditions = new Conditions(query);
		String direction = query.sort().isDescending() ? "desc" : "asc";
		List<ExperimentSummary> rows = this.jdbc
			.sql("select %s from experiment where %s order by %s %s, id %s limit :limit".formatted(
					ExperimentSummary.COLUMNS, String.join(" and ", conditions.texts), query.sort().column(), direction,
					direction))
			.params(conditions.values)
			.param("limit", query.pageSize() + 1)
			.query(ExperimentSummary::of)
			.list();
		return Page.cut(rows, query.pageSize(), (row) -> position(query, row));
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
				add("tags @> array[:tag]::text[]", "tag", query.tag());
			}
			if (query.label() != null) {
				add("label_keys @> array[:label]::text[]", "label", Labels.key(query.label()));
			}
			if (query.text() != null) {
				add("search like :text", "text", '%' + literally(query.text().toLowerCase(Locale.ROOT)) + '%');
			}
			if (query.pageToken() != null) {
				after(query, PageToken.decode(query.pageToken(), TOKEN_VALUES));
			}
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
