package dev.understudy.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import dev.understudy.access.AccessEvent.TokenMade;
import dev.understudy.access.AccessEvent.TokenRevoked;
import dev.understudy.actor.Actor;
import dev.understudy.actor.Permission;
import dev.understudy.actor.Role;
import dev.understudy.database.Ids;

/**
 * API tokens of users. A token's secret is given out once, when it is made; what is kept
 * is its SHA-256.
 */
@Service
@Transactional
public class Tokens implements TokenSource {

	/** How exact the time of the last use is. */
	private static final Duration USE_RESOLUTION = Duration.ofMinutes(1);

	/** Most tokens of one user that work at the same time. */
	static final int MOST = 20;

	private final TokenRows rows;

	private final Users users;

	private final Ids ids;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	private final SecureRandom random = new SecureRandom();

	Tokens(TokenRows rows, Users users, Ids ids, Clock clock, ApplicationEventPublisher events) {
		this.rows = rows;
		this.users = users;
		this.ids = ids;
		this.clock = clock;
		this.events = events;
	}

	/**
	 * Makes a token for a user.
	 * @param owner the user's name
	 * @param name what to call it; unique among the owner's
	 * @param role what it is to allow, no more than the owner's role does
	 * @param lifetime how long it is to work
	 * @param by who makes it
	 * @return the secret, which cannot be shown again
	 * @throws UnknownUserException if there is no such user
	 * @throws TokenRefusedException if the name is taken, the role allows too much or
	 * there are 20 that work already
	 */
	public String make(String owner, String name, Role role, Duration lifetime, Actor by) {
		User user = this.users.find(owner).orElseThrow(() -> new UnknownUserException(owner));
		if (!role.isWithin(user.role())) {
			throw new TokenRefusedException(TokenRefusedException.Reason.ROLE);
		}
		Instant now = this.clock.instant();
		if (this.rows.lockActive(user.id(), now).size() >= MOST) {
			throw new TokenRefusedException(TokenRefusedException.Reason.NUMBER);
		}
		ApiToken token = new ApiToken(this.ids.next(), owner, name, role, now, now.plus(lifetime), null, null);
		TokenSecret secret = TokenSecret.random(this.random);
		if (!this.rows.insert(token, user.id(), secret.hash())) {
			throw new TokenRefusedException(TokenRefusedException.Reason.NAME);
		}
		this.events.publishEvent(new TokenMade(by, token));
		return secret.text();
	}

	/**
	 * Revokes a token for good. Doing so again changes nothing.
	 * @param id the token's id
	 * @param by its owner, or somebody who administers
	 * @throws UnknownTokenException if there is none, or none of this actor's
	 */
	public void revoke(UUID id, Actor by) {
		ApiToken token = this.rows.find(id)
			.filter((found) -> found.owner().equals(by.name()) || by.may(Permission.ADMINISTER))
			.orElseThrow(() -> new UnknownTokenException(id));
		if (this.rows.revoke(id, this.clock.instant())) {
			this.events.publishEvent(new TokenRevoked(by, token));
		}
	}

	/**
	 * Lists a user's tokens: those that work, then the others, the newest first.
	 * @param owner the user's name
	 * @return at most 200 tokens
	 */
	@Transactional(readOnly = true)
	public List<ApiToken> of(String owner) {
		return this.rows.of(owner, this.clock.instant());
	}

	/**
	 * Lists everybody's tokens: those that work, then the others, the newest first.
	 * @return at most 200 tokens
	 */
	@Transactional(readOnly = true)
	public List<ApiToken> all() {
		return this.rows.all(this.clock.instant());
	}

	@Override
	public Optional<KnownToken> find(String token) {
		return TokenSecret.isValid(token) ? find(new TokenSecret(token)) : Optional.empty();
	}

	private Optional<KnownToken> find(TokenSecret secret) {
		Instant now = this.clock.instant();
		return this.rows.find(secret.hash()).filter((use) -> use.isAllowed(now)).map((use) -> {
			Instant last = use.token().lastUsedAt();
			if (last == null || last.plus(USE_RESOLUTION).isBefore(now)) {
				this.rows.used(use.token().id(), now);
			}
			return new KnownToken(use.token().owner(), use.token().name(), use.token().role());
		});
	}

}
