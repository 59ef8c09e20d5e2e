package dev.understudy.template;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import dev.understudy.actor.Actor;
import dev.understudy.shell.Page;
import dev.understudy.shell.PageToken;

/** Keeps templates. */
@Repository
class TemplateStore {

	private final JdbcClient jdbc;

	TemplateStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(UUID id, TemplateContent content, Actor by, Instant now) {
		write("""
				insert into template (id, name, description, definition, locked, version, made_at, changed_by, changed_at)
				values (:id, :name, :description, cast(:definition as json), :locked, 1, :now, :by, :now)""",
				id, content, by, now);
	}

	void replace(UUID id, TemplateContent content, Actor by, Instant now) {
		write("""
				update template set name = :name, description = :description, definition = cast(:definition as json),
				    locked = :locked, version = version + 1, changed_by = :by, changed_at = :now
				where id = :id""", id, content, by, now);
	}

	private void write(String statement, UUID id, TemplateContent content, Actor by, Instant now) {
		try {
			this.jdbc.sql(statement)
				.param("id", id)
				.param("name", content.name())
				.param("description", content.description())
				.param("definition", content.definition().json())
				.param("locked", content.locks().pointers().toArray(new String[0]))
				.param("by", by.name())
				.param("now", now.atOffset(ZoneOffset.UTC))
				.update();
		}
		catch (DuplicateKeyException ex) {
			throw new TemplateNameTakenException(content.name());
		}
	}

	void retire(UUID id, Actor by, Instant now) {
		this.jdbc.sql("""
				update template set retired_at = :now, version = version + 1, changed_by = :by, changed_at = :now
				where id = :id""")
			.param("id", id)
			.param("by", by.name())
			.param("now", now.atOffset(ZoneOffset.UTC))
			.update();
	}

	void delete(UUID id) {
		this.jdbc.sql("delete from template where id = :id").param("id", id).update();
	}

	/** Counts one more draft that was begun with a template that is in use. */
	Optional<Template> use(UUID id) {
		return this.jdbc.sql("update template set uses = uses + 1 where id = :id and retired_at is null returning *")
			.param("id", id)
			.query(Template::of)
			.optional();
	}

	Optional<Template> find(UUID id) {
		return find(id, "");
	}

	/** Nobody changes it until the transaction ends; others may hold it too. */
	Optional<Template> hold(UUID id) {
		return find(id, "for share");
	}

	Optional<Template> lock(UUID id) {
		return find(id, "for update");
	}

	private Optional<Template> find(UUID id, String lock) {
		return this.jdbc.sql("select * from template where id = :id " + lock)
			.param("id", id)
			.query(Template::of)
			.optional();
	}

	Page<Template> list(boolean retired, int size, @Nullable String token) {
		List<String> after = (token != null) ? PageToken.decode(token, 2).values() : List.of("", "");
		List<Template> rows = this.jdbc.sql("""
				select * from template where (retired_at is not null) = :retired
				    and (lower(name) collate "C", id::text) > (:name, :id)
				order by lower(name) collate "C", id::text limit :limit""")
			.param("retired", retired)
			.param("name", after.getFirst())
			.param("id", after.getLast())
			.param("limit", size + 1)
			.query(Template::of)
			.list();
		return Page.cut(rows, size, (last) -> PageToken.of(last.name().toLowerCase(Locale.ROOT), last.id()));
	}

	boolean isEmpty() {
		return this.jdbc.sql("select not exists (select 1 from template)").query(Boolean.class).single();
	}

}
