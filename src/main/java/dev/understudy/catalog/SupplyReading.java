package dev.understudy.catalog;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.understudy.shell.Words;

/**
 * How the last reading of keys or buckets went.
 *
 * @param readAt when it succeeded last; null if it never did
 * @param whole whether all there were fitted in
 * @param denied whether the last try failed for want of the permission
 * @param problem why the last try failed, in AWS's words; null if it did not
 */
public record SupplyReading(@Nullable Instant readAt, boolean whole, boolean denied, @Nullable String problem) {

	static final SupplyReading NONE = new SupplyReading(null, false, false, null);

	/** Why people may have to type. */
	@Nullable Words whyNot(Supply supply) {
		if (this.denied) {
			return Words.of("catalog.supply.denied", supply.permission());
		}
		if (this.problem != null) {
			return Words.of("catalog.supply.failed", this.problem);
		}
		return (this.readAt == null) ? Words.of("catalog.supply.not-yet") : null;
	}

}
