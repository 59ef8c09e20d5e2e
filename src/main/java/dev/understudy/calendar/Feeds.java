package dev.understudy.calendar;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import dev.understudy.access.User;
import dev.understudy.access.Users;
import dev.understudy.actor.Actor;

/**
 * Addresses that calendar programs read without signing in, one for each person. Its
 * secret is given out once, when it is made; what is kept is its SHA-256.
 */
@Service
@Transactional
public class Feeds {

	/** How exact the time of the last use is. */
	private static final Duration USE_RESOLUTION = Duration.ofHours(1);

	private final FeedRows rows;

	private final Users users;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	private final SecureRandom random = new SecureRandom();

	Feeds(FeedRows rows, Users users, Clock clock, ApplicationEventPublisher events) {
		this.rows = rows;
		this.users = users;
		this.clock = clock;
		this.events = events;
	}

	/**
	 * Makes somebody's feed. A former one ends with that.
	 * @param by whose it is to be
	 * @return the secret, which cannot be shown again
	 */
	public String make(Actor by) {
		FeedSecret secret = FeedSecret.random(this.random);
		this.rows.put(by.name(), secret.hash(), this.clock.instant());
		this.events.publishEvent(FeedEvent.made(by));
		return secret.text();
	}

	/**
	 * Ends somebody's feed. Without one nothing changes.
	 * @param by whose it is
	 */
	public void revoke(Actor by) {
		if (this.rows.remove(by.name())) {
			this.events.publishEvent(FeedEvent.revoked(by));
		}
	}

	/**
	 * Somebody's feed.
	 * @param owner the user's name
	 * @return the feed, without its secret
	 */
	@Transactional(readOnly = true)
	public Optional<Feed> of(String owner) {
		return this.rows.of(owner);
	}

	/**
	 * Whose feed a secret opens.
	 * @param secret what stands in the address, unchecked
	 * @return the user as they are now; empty if it opens nothing, or they may not sign
	 * in
	 */
	public Optional<User> open(String secret) {
		if (!FeedSecret.isValid(secret)) {
			return Optional.empty();
		}
		byte[] hash = new FeedSecret(secret).hash();
		return this.rows.find(hash).flatMap((feed) -> {
			used(feed, hash);
			return this.users.find(feed.owner());
		}).filter(User::enabled);
	}

	private void used(Feed feed, byte[] hash) {
		Instant now = this.clock.instant();
		Instant last = feed.lastUsedAt();
		if (last == null || last.plus(USE_RESOLUTION).isBefore(now)) {
			this.rows.used(hash, now);
		}
	}

}
