package dev.understudy.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds a few experiments for somebody who types, from an index whatever they type: names
 * that begin with it first, then whatever has it somewhere.
 */
@Service
public class QuickSearch {

	/** What is shorter has no trigram, so that no index finds it inside a text. */
	private static final int TRIGRAM = 3;

	/** After every character that a name can go on with. */
	private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

	private final JdbcClient jdbc;

	private final ExperimentSearch search;

	QuickSearch(JdbcClient jdbc, ExperimentSearch search) {
		this.jdbc = jdbc;
		this.search = search;
	}

	/**
	 * Finds experiments that were not discarded.
	 * @param text what was typed; a part of the name, endpoint, description or id in any
	 * case, or under three characters the beginning of the name
	 * @param limit how many at most, 1 to 50
	 * @return by name where it begins so, then the last changed first; read in two
	 * statements at most
	 */
	@Transactional(readOnly = true)
	public List<ExperimentSummary> find(String text, int limit) {
		String wanted = text.strip().toLowerCase(Locale.ROOT).replace('\0', '\uFFFD');
		if (wanted.isEmpty()) {
			return List.of();
		}
		Map<UUID, ExperimentSummary> found = new LinkedHashMap<>();
		beginningWith(wanted, limit).forEach((it) -> found.put(it.id(), it));
		if (found.size() < limit && wanted.codePointCount(0, wanted.length()) >= TRIGRAM) {
			this.search.list(ExperimentQuery.ALL.about(wanted, limit))
				.items()
				.forEach((it) -> found.putIfAbsent(it.id(), it));
		}
		return found.values().stream().limit(limit).toList();
	}

	private List<ExperimentSummary> beginningWith(String wanted, int limit) {
		return this.jdbc.sql("""
				select %s from experiment where sort_name >= :from and sort_name < :to and phase <> 'DISCARDED'
				order by sort_name, id limit :limit""".formatted(ExperimentSummary.COLUMNS))
			.param("from", wanted)
			.param("to", wanted + LAST)
			.param("limit", limit)
			.query(ExperimentSummary::of)
			.list();
	}

}
