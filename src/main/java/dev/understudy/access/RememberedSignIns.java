package dev.understudy.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sign-ins that outlive a restart or a change of replica: the cookie holds a random
 * value, the database its SHA-256. A value stays the same while it is good, because a
 * page and its panels ask at the same time. It is good as long as the session would be.
 */
@Component
@Transactional
class RememberedSignIns {

	private final JdbcClient jdbc;

	private final Clock clock;

	private final AccessProperties properties;

	private final SecureRandom random = new SecureRandom();

	RememberedSignIns(JdbcClient jdbc, Clock clock, AccessProperties properties) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.properties = properties;
	}

	String remember(UUID userId) {
		byte[] bytes = new byte[32];
		this.random.nextBytes(bytes);
		String value = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
		Instant now = this.clock.instant();
		this.jdbc.sql("delete from remembered_sign_in where expires_at < :now").param("now", sql(now)).update();
		this.jdbc.sql("insert into remembered_sign_in values (:hash, :user, :expires, :now)")
			.param("hash", TokenSecret.sha256(value))
			.param("user", userId)
			.param("expires", sql(now.plus(this.properties.remember())))
			.param("now", sql(now))
			.update();
		return value;
	}

	Optional<User> find(String value) {
		Instant now = this.clock.instant();
		return this.jdbc.sql("""
				select u.* from remembered_sign_in r join app_user u on u.id = r.user_id
				where r.hash = :hash and r.expires_at > :now and r.last_used_at > :idle and u.enabled
				""")
			.param("hash", TokenSecret.sha256(value))
			.param("now", sql(now))
			.param("idle", sql(now.minus(this.properties.idle())))
			.query(UserRows::user)
			.optional();
	}

	/** Says that somebody is still there; written once a minute at most. */
	void touch(String value) {
		Instant now = this.clock.instant();
		this.jdbc.sql("update remembered_sign_in set last_used_at = :now where hash = :hash and last_used_at < :before")
			.param("hash", TokenSecret.sha256(value))
			.param("now", sql(now))
			.param("before", sql(now.minusSeconds(60)))
			.update();
	}

	void forget(String value) {
		this.jdbc.sql("delete from remembered_sign_in where hash = :hash")
			.param("hash", TokenSecret.sha256(value))
			.update();
	}

	void forgetAll(UUID userId) {
		this.jdbc.sql("delete from remembered_sign_in where user_id = :user").param("user", userId).update();
	}

	private static OffsetDateTime sql(Instant time) {
		return time.atOffset(ZoneOffset.UTC);
	}

}
