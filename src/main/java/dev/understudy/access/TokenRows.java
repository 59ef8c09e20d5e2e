package dev.understudy.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import dev.understudy.actor.Role;

/** The table of API tokens. */
@Repository
class TokenRows {

	private static final String SELECT = """
			select t.id, u.name as owner, t.name, t.role, t.created_at, t.expires_at, t.last_used_at, t.revoked_at,
			    u.role as owners_role
			from api_token t join app_user u on u.id = t.owner
			""";

	private static final String ACTIVE = "(t.revoked_at is null and t.expires_at > :now)";

	private static final String ORDER = " order by " + ACTIVE + " desc, t.created_at desc, t.id desc limit 200";

	private final JdbcClient jdbc;

	TokenRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	boolean insert(ApiToken token, UUID owner, byte[] hash) {
		return this.jdbc.sql("""
				insert into api_token (id, owner, name, role, hash, created_at, expires_at)
				values (:id, :owner, :name, :role, :hash, :createdAt, :expiresAt)
				on conflict (owner, name) where revoked_at is null do nothing
				""")
			.param("id", token.id())
			.param("owner", owner)
			.param("name", token.name())
			.param("role", token.role().id())
			.param("hash", hash)
			.param("createdAt", sql(token.createdAt()))
			.param("expiresAt", sql(token.expiresAt()))
			.update() == 1;
	}

	boolean revoke(UUID id, Instant now) {
		return this.jdbc.sql("update api_token set revoked_at = :now where id = :id and revoked_at is null")
			.param("id", id)
			.param("now", sql(now))
			.update() == 1;
	}

	void used(UUID id, Instant now) {
		this.jdbc.sql("update api_token set last_used_at = :now where id = :id")
			.param("id", id)
			.param("now", sql(now))
			.update();
	}

	Optional<ApiToken> find(UUID id) {
		return this.jdbc.sql(SELECT + "where t.id = :id").param("id", id).query(TokenRows::token).optional();
	}

	Optional<Use> find(byte[] hash) {
		return this.jdbc.sql(SELECT + "where t.hash = :hash and u.enabled")
			.param("hash", hash)
			.query((row, number) -> new Use(token(row, number), Role.of(row.getString("owners_role"))))
			.optional();
	}

	List<ApiToken> of(String owner, Instant now) {
		return this.jdbc.sql(SELECT + "where u.name = :owner" + ORDER)
			.param("owner", owner)
			.param("now", sql(now))
			.query(TokenRows::token)
			.list();
	}

	List<ApiToken> all(Instant now) {
		return this.jdbc.sql(SELECT + ORDER).param("now", sql(now)).query(TokenRows::token).list();
	}

	/**
	 * The tokens of a user that work; until the transaction ends there will be no more.
	 */
	List<ApiToken> lockActive(UUID owner, Instant now) {
		this.jdbc.sql("select id from app_user where id = :owner for update")
			.param("owner", owner)
			.query(UUID.class)
			.single();
		return this.jdbc.sql(SELECT + "where u.id = :owner and " + ACTIVE)
			.param("owner", owner)
			.param("now", sql(now))
			.query(TokenRows::token)
			.list();
	}

	private static OffsetDateTime sql(Instant time) {
		return time.atOffset(ZoneOffset.UTC);
	}

	private static ApiToken token(ResultSet row, int number) throws SQLException {
		return new ApiToken(row.getObject("id", UUID.class), row.getString("owner"), row.getString("name"),
				Role.of(row.getString("role")), time(row, "created_at"), time(row, "expires_at"),
				timeOrNull(row, "last_used_at"), timeOrNull(row, "revoked_at"));
	}

	private static Instant time(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	private static @Nullable Instant timeOrNull(ResultSet row, String column) throws SQLException {
		return (row.getObject(column) != null) ? time(row, column) : null;
	}

	/** A token with the role its owner has now. */
	record Use(ApiToken token, Role ownersRole) {

		/** A token that allows more than its owner may by now is no good any more. */
		boolean isAllowed(Instant now) {
			return this.token.isActive(now) && this.token.role().isWithin(this.ownersRole);
		}

	}

}
