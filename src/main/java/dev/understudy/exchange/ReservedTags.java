package dev.understudy.exchange;

import java.util.Locale;

/** The keys of tags that belong to AWS and to Understudy, not to a definition. */
final class ReservedTags {

	private ReservedTags() {
	}

	static boolean isReserved(String key) {
		String lower = key.toLowerCase(Locale.ROOT);
		return lower.startsWith("aws:") || lower.startsWith("understudy:");
	}

}
