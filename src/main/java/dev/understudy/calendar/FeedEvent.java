package dev.understudy.calendar;

import dev.understudy.actor.Actor;
import dev.understudy.audit.Audited;

/**
 * What happens to somebody's feed, as the audit trail hears it.
 *
 * @param actor whose feed it is
 * @param action what was done
 */
record FeedEvent(Actor actor, String action) implements Audited {

	static FeedEvent made(Actor by) {
		return new FeedEvent(by, "calendar-feed.made");
	}

	static FeedEvent revoked(Actor by) {
		return new FeedEvent(by, "calendar-feed.revoked");
	}

	@Override
	public String target() {
		return this.actor.name();
	}

}
