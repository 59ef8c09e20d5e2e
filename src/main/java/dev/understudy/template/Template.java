package dev.understudy.template;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.understudy.definition.Draft;

/**
 * A definition to begin with.
 *
 * @param id its id, a UUIDv7
 * @param content what it says
 * @param version counts its changes, from 1
 * @param uses how many drafts were begun with it, clones not counted
 * @param author who changed it last
 * @param changedAt when
 * @param madeAt when it was made
 * @param retiredAt since when it is not used any more and holds nothing; null while it is
 */
public record Template(UUID id, TemplateContent content, int version, int uses, String author, Instant changedAt,
		Instant madeAt, @Nullable Instant retiredAt) {

	/**
	 * What people call it.
	 */
	public String name() {
		return this.content.name();
	}

	/**
	 * Whether drafts are begun with it and held to it.
	 */
	public boolean isInUse() {
		return this.retiredAt == null;
	}

	static Template of(ResultSet row, int index) throws SQLException {
		TemplateContent content = new TemplateContent(row.getString("name"), row.getString("description"),
				Draft.parse(row.getString("definition")),
				new Locks(List.of((String[]) row.getArray("locked").getArray())));
		Instant retired = (row.getObject("retired_at") != null) ? time(row, "retired_at") : null;
		return new Template(row.getObject("id", UUID.class), content, row.getInt("version"), row.getInt("uses"),
				row.getString("changed_by"), time(row, "changed_at"), time(row, "made_at"), retired);
	}

	private static Instant time(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

}
