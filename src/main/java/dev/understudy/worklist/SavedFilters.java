package dev.understudy.worklist;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import dev.understudy.actor.Actor;
import dev.understudy.database.Ids;
import dev.understudy.worklist.FilterRefusedException.Reason;

/** The filters that people keep, each for themselves. */
@Service
@Transactional
public class SavedFilters {

	private static final int LONGEST_QUERY = 2000;

	private final JdbcClient jdbc;

	private final Ids ids;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	SavedFilters(JdbcClient jdbc, Ids ids, Clock clock, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.ids = ids;
		this.clock = clock;
		this.events = events;
	}

	/**
	 * The filters of a person.
	 * @param by the person
	 * @return at most {@link SavedFilter#MOST}, by name
	 */
	@Transactional(readOnly = true)
	public List<SavedFilter> of(Actor by) {
		return this.jdbc.sql("select * from saved_filter where owner = :owner order by lower(name), id")
			.param("owner", by.name())
			.query(SavedFilter::of)
			.list();
	}

	/**
	 * Keeps a filter.
	 * @param typed what to call it; no two of a person differ in case only
	 * @param query the query of the list's address, up to 2000 characters
	 * @param by whose it is
	 * @throws FilterRefusedException if it cannot be kept so
	 */
	public void save(String typed, String query, Actor by) {
		String name = name(typed);
		if (query.isEmpty() || query.length() > LONGEST_QUERY) {
			throw new FilterRefusedException(Reason.QUERY);
		}
		if (of(by).size() >= SavedFilter.MOST) {
			throw new FilterRefusedException(Reason.TOO_MANY);
		}
		int added = this.jdbc.sql("""
				insert into saved_filter (id, owner, name, query, made_at)
				values (:id, :owner, :name, :query, :now) on conflict do nothing""")
			.param("id", this.ids.next())
			.param("owner", by.name())
			.param("name", name)
			.param("query", query)
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
		if (added == 0) {
			throw new FilterRefusedException(Reason.TAKEN);
		}
		this.events.publishEvent(new FilterEvent("filter.saved", by, name));
	}

	/**
	 * Gives a filter another name. One that is gone stays gone.
	 * @param id the filter
	 * @param typed what to call it from now on
	 * @param by whose it is
	 * @throws FilterRefusedException if it cannot be called so
	 */
	public void rename(UUID id, String typed, Actor by) {
		String name = name(typed);
		try {
			int renamed = this.jdbc
				.sql("update saved_filter set name = :name where id = :id and owner = :owner and name <> :name")
				.param("name", name)
				.param("id", id)
				.param("owner", by.name())
				.update();
			if (renamed == 1) {
				this.events.publishEvent(new FilterEvent("filter.renamed", by, name));
			}
		}
		catch (DuplicateKeyException ex) {
			throw new FilterRefusedException(Reason.TAKEN);
		}
	}

	/**
	 * Forgets a filter. One that is gone stays gone.
	 * @param id the filter
	 * @param by whose it is
	 */
	public void delete(UUID id, Actor by) {
		this.jdbc.sql("delete from saved_filter where id = :id and owner = :owner returning name")
			.param("id", id)
			.param("owner", by.name())
			.query(String.class)
			.optional()
			.ifPresent((name) -> this.events.publishEvent(new FilterEvent("filter.deleted", by, name)));
	}

	private static String name(String typed) {
		String name = typed.replaceAll("[\\p{Cntrl}\\p{Cs}\\s]+", " ").strip();
		if (name.isEmpty() || name.codePointCount(0, name.length()) > SavedFilter.LONGEST) {
			throw new FilterRefusedException(Reason.NAME);
		}
		return name;
	}

}
