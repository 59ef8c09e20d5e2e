package dev.understudy.catalog;

import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.understudy.shell.Page;
import dev.understudy.shell.PageToken;
import dev.understudy.shell.Words;
import dev.understudy.target.Target;

/**
 * Keys and buckets to choose from, as they were read last, and why they may have to be
 * typed.
 */
@Component
public class Supplies {

	private final SupplyStore store;

	private final Speech speech;

	Supplies(SupplyStore store, Speech speech) {
		this.store = store;
		this.speech = speech;
	}

	/**
	 * Searches for keys or buckets.
	 * @param target where
	 * @param supply which of them
	 * @param part a part of the name, in any case; null for any
	 * @param region only those that may be in this one; null for any
	 * @param pageSize how many at most
	 * @param pageToken where to go on, from the page before
	 * @return those that were read, by name
	 */
	public Page<Supplied> search(Target target, Supply supply, @Nullable String part, @Nullable String region,
			int pageSize, @Nullable String pageToken) {
		String after = Objects
			.requireNonNullElse((pageToken != null) ? PageToken.decode(pageToken, 1).values().getFirst() : null, "");
		return Page.cut(this.store.search(target, supply, part, region, after, pageSize + 1), pageSize,
				(last) -> PageToken.of(last.name()));
	}

	/**
	 * How the last reading went.
	 * @param target where
	 * @param supply of what
	 * @return when, and why not
	 */
	public SupplyReading reading(Target target, Supply supply) {
		return this.store.reading(target, supply);
	}

	/**
	 * Why people may have to type.
	 * @param reading how the last reading went
	 * @param supply of what
	 * @param locale their language
	 * @return a sentence that names a missing permission; null where there is no reason
	 */
	public @Nullable String whyNot(SupplyReading reading, Supply supply, Locale locale) {
		Words words = reading.whyNot(supply);
		return (words != null) ? this.speech.say(words, locale) : null;
	}

}
