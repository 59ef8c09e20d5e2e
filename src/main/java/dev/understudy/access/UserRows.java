package dev.understudy.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import dev.understudy.actor.Role;

/** The table of users. */
@Repository
class UserRows {

	private final JdbcClient jdbc;

	UserRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	boolean insert(UUID id, String name, String passwordHash, Role role, boolean sandbox) {
		return this.jdbc.sql("""
				insert into app_user (id, name, password, role, sandbox, created_at)
				values (:id, :name, :password, :role, :sandbox, now())
				on conflict (name) do nothing
				""")
			.param("id", id)
			.param("name", name)
			.param("password", passwordHash)
			.param("role", role.id())
			.param("sandbox", sandbox)
			.update() == 1;
	}

	void lock(String name) {
		this.jdbc.sql("select id from app_user where name = :name or role = 'admin' order by id for update")
			.param("name", name)
			.query(UUID.class)
			.list();
	}

	void update(User user) {
		this.jdbc.sql("update app_user set role = :role, enabled = :enabled, version = :version where id = :id")
			.param("id", user.id())
			.param("role", user.role().id())
			.param("enabled", user.enabled())
			.param("version", user.version())
			.update();
	}

	void updatePassword(UUID id, String passwordHash) {
		this.jdbc.sql("""
				update app_user set password = :password, sandbox = false, version = version + 1 where id = :id""")
			.param("id", id)
			.param("password", passwordHash)
			.update();
	}

	Optional<User> find(String name) {
		return this.jdbc.sql("select * from app_user where name = :name")
			.param("name", name)
			.query(UserRows::user)
			.optional();
	}

	Optional<User> find(UUID id) {
		return this.jdbc.sql("select * from app_user where id = :id").param("id", id).query(UserRows::user).optional();
	}

	Optional<SignedInUser> forSignIn(String name) {
		return this.jdbc.sql("select * from app_user where name = :name")
			.param("name", name)
			.query((row, number) -> new SignedInUser(user(row, number), row.getString("password")))
			.optional();
	}

	List<User> all() {
		return this.jdbc.sql("select * from app_user order by name").query(UserRows::user).list();
	}

	List<String> openToEverybody() {
		return this.jdbc.sql("select name from app_user where sandbox and enabled order by name")
			.query((row, number) -> row.getString("name"))
			.list();
	}

	static User user(ResultSet row, int number) throws SQLException {
		return new User(row.getObject("id", UUID.class), row.getString("name"), Role.of(row.getString("role")),
				row.getBoolean("enabled"), row.getInt("version"),
				row.getObject("created_at", OffsetDateTime.class).toInstant());
	}

}
