package dev.understudy.discussion;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import dev.understudy.shell.Page;
import dev.understudy.shell.PageToken;
import dev.understudy.shell.PageTokenException;

/**
 * Keeps comments. A page begins right after the last one of the page before, by value.
 */
@Repository
class CommentStore {

	private final JdbcClient jdbc;

	CommentStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(Comment comment) {
		this.jdbc.sql("""
				insert into comment (id, experiment_id, author, text, written_at)
				values (:id, :experiment, :author, :text, :at)""")
			.param("id", comment.id())
			.param("experiment", comment.experimentId())
			.param("author", comment.author())
			.param("text", comment.text())
			.param("at", comment.at().atOffset(ZoneOffset.UTC))
			.update();
	}

	Optional<Comment> lock(UUID experimentId, UUID id) {
		return this.jdbc.sql("select * from comment where id = :id and experiment_id = :experiment for update")
			.param("id", id)
			.param("experiment", experimentId)
			.query(Comment::of)
			.optional();
	}

	void remove(UUID id, Instant at) {
		this.jdbc.sql("update comment set text = null, removed_at = :at where id = :id")
			.param("at", at.atOffset(ZoneOffset.UTC))
			.param("id", id)
			.update();
	}

	Page<Comment> list(UUID experimentId, int size, @Nullable String token) {
		String after = "";
		Instant at = Instant.EPOCH;
		UUID id = experimentId;
		if (token != null) {
			PageToken position = PageToken.decode(token, 3);
			if (!position.values().getFirst().equals(experimentId.toString())) {
				throw new PageTokenException(null);
			}
			after = "and (written_at, id) < (:at, :id)";
			at = position.time(1);
			id = position.id(2);
		}
		List<Comment> rows = this.jdbc.sql("""
				select * from comment where experiment_id = :experiment %s
				order by written_at desc, id desc limit :limit""".formatted(after))
			.param("experiment", experimentId)
			.param("at", at.atOffset(ZoneOffset.UTC))
			.param("id", id)
			.param("limit", size + 1)
			.query(Comment::of)
			.list();
		return Page.cut(rows, size, (last) -> PageToken.of(experimentId, last.at(), last.id()));
	}

}
