package dev.understudy.cost;

import java.util.List;
import java.util.TreeMap;

import dev.understudy.actor.Actor;
import dev.understudy.audit.Audited;
import dev.understudy.shell.StrictJson;

/**
 * A price table was loaded, as the audit trail hears it: what changed, as far as a page
 * can hold it.
 */
record PricesLoaded(Actor actor, Loading loading, PriceChange change) implements Audited {

	/** Most prices that are named one by one. */
	static final int MOST = 500;

	@Override
	public String action() {
		return (this.loading == Loading.REPLACE) ? "prices.replaced" : "prices.added";
	}

	@Override
	public String before() {
		return json(this.change.before());
	}

	@Override
	public String after() {
		return json(this.change.written());
	}

	private static String json(List<Price> prices) {
		TreeMap<String, Object> named = new TreeMap<>();
		prices.stream()
			.limit(MOST)
			.forEach((price) -> named.put(price.place().toString(), "%s %s, %s, %s"
				.formatted(price.amount().toPlainString(), price.currency(), price.date(), price.source())));
		if (prices.size() > MOST) {
			named.put("more", prices.size() - MOST);
		}
		return StrictJson.mapper().writeValueAsString(named);
	}

}
