package dev.understudy.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.understudy.definition.Definition;
import dev.understudy.definition.Draft;

/**
 * What the shadow of a test is expected to cost: instances × price × hours of the
 * schedule. A shadow variant is assumed to be billed like any hosting instances, as long
 * as it is deployed and whatever share of the traffic it gets; AWS does not document it.
 *
 * @param instanceType of the shadow variant; null if not said
 * @param instanceCount of the shadow variant; null if not said
 * @param length how long it stands; null if the schedule cannot be read
 * @param endIsAssumed whether nobody said when it ends, so that SageMaker ends it 7 days
 * after its start
 * @param price what one instance costs; null if unknown
 */
public record Estimate(@Nullable String instanceType, @Nullable Integer instanceCount, @Nullable Duration length,
		boolean endIsAssumed, @Nullable Price price) {

	static Estimate of(Draft draft, @Nullable Price price, Instant now) {
		Hosting shadow = Hosting.ofShadow(draft);
		boolean open = draft.at("/Schedule/EndTime").isMissingNode();
		return new Estimate(shadow.instanceType(), shadow.instanceCount(), length(draft, open, now), open, price);
	}

	private static @Nullable Duration length(Draft draft, boolean open, Instant now) {
		boolean atOnce = draft.at("/Schedule/StartTime").isMissingNode();
		Instant start = atOnce ? now : draft.startTime().orElse(null);
		if (start == null) {
			return null;
		}
		Instant end = open ? start.plus(Definition.Schedule.ASSUMED_LENGTH) : draft.endTime().orElse(null);
		return (end != null && end.isAfter(start)) ? Duration.between(start, end) : null;
	}

	/**
	 * What is missing for the whole figure.
	 * @return in the order of the form, empty if nothing is
	 */
	public List<Unknown> unknown() {
		List<Unknown> unknown = new ArrayList<>();
		if (this.instanceType == null) {
			unknown.add(Unknown.INSTANCE_TYPE);
		}
		if (this.instanceCount == null) {
			unknown.add(Unknown.INSTANCE_COUNT);
		}
		if (this.length == null) {
			unknown.add(Unknown.SCHEDULE);
		}
		if (this.instanceType != null && this.price == null) {
			unknown.add(Unknown.PRICE);
		}
		return List.copyOf(unknown);
	}

	/**
	 * What all instances cost in an hour.
	 * @return null if price or number are unknown
	 */
	public @Nullable Money perHour() {
		return (this.price != null && this.instanceCount != null) ? this.price.perHour(this.instanceCount) : null;
	}

	/**
	 * What they cost from start to end.
	 * @return null if anything is unknown
	 */
	public @Nullable Money total() {
		return (this.length != null) ? of(this.length) : null;
	}

	/**
	 * How long it stands in hours.
	 * @return at most two decimals, such as "168" or "0.5"; null if unknown
	 */
	public @Nullable String hours() {
		return (this.length != null) ? inHours(this.length) : null;
	}

	static String inHours(Duration time) {
		return BigDecimal.valueOf(time.toSeconds())
			.divide(BigDecimal.valueOf(Duration.ofHours(1).toSeconds()), 2, RoundingMode.HALF_UP)
			.stripTrailingZeros()
			.toPlainString();
	}

	/** What they cost in some time. */
	@Nullable Money of(Duration time) {
		return (this.price != null && this.instanceCount != null) ? this.price.of(this.instanceCount, time) : null;
	}

	Estimate lasting(Duration other, boolean assumed) {
		return new Estimate(this.instanceType, this.instanceCount, other, assumed, this.price);
	}

}
