package dev.understudy.cost;

import org.jspecify.annotations.Nullable;

/**
 * That submitting changes what production stands on, and what that costs beside the
 * shadow.
 *
 * @param liveType instance type production stands on now
 * @param liveCount how many instances it has now
 * @param plannedType instance type it would stand on
 * @param plannedCount how many it would have
 * @param perHour what it would cost more in an hour, negative for less; null if a price
 * is unknown
 */
public record Resizing(String liveType, int liveCount, String plannedType, int plannedCount, @Nullable Money perHour) {

	/**
	 * The difference with its sign.
	 * @return such as "+0.23", or null if unknown
	 */
	public @Nullable String difference() {
		if (this.perHour == null) {
			return null;
		}
		return ((this.perHour.amount().signum() > 0) ? "+" : "") + this.perHour.exact();
	}

}
