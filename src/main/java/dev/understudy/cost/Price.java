package dev.understudy.cost;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * What one hosting instance costs, as far as somebody wrote it down.
 *
 * @param region AWS region, such as "us-east-1"
 * @param instanceType such as "ml.m5.xlarge"
 * @param amount price of one instance for one hour, 0 or more, at most 6 decimals
 * @param currency ISO 4217 code
 * @param date when it was the price: a day, or a month where no more is known
 * @param source where that is written
 */
public record Price(String region, String instanceType, BigDecimal amount, String currency, String date,
		String source) {

	private static final BigDecimal NANOS_OF_AN_HOUR = BigDecimal.valueOf(Duration.ofHours(1).toNanos());

	private static final MathContext PRECISION = new MathContext(34, RoundingMode.HALF_UP);

	/**
	 * What some instances cost in an hour.
	 * @param instances how many
	 * @return exact
	 */
	Money perHour(int instances) {
		return new Money(this.amount.multiply(BigDecimal.valueOf(instances)), this.currency);
	}

	/**
	 * What some instances cost in some time.
	 * @param instances how many
	 * @param length how long they stand; less than nothing counts as nothing
	 * @return exact to far below a cent
	 */
	Money of(int instances, Duration length) {
		Duration billed = length.isNegative() ? Duration.ZERO : length;
		BigDecimal nanos = BigDecimal.valueOf(billed.toSeconds())
			.movePointRight(9)
			.add(BigDecimal.valueOf(billed.toNanosPart()));
		return new Money(perHour(instances).amount().multiply(nanos).divide(NANOS_OF_AN_HOUR, PRECISION),
				this.currency);
	}

	/**
	 * Whether the other says the same price, as of the same date and from the same
	 * source.
	 */
	boolean saysSame(Price other) {
		return this.amount.compareTo(other.amount) == 0 && this.currency.equals(other.currency)
				&& this.date.equals(other.date) && this.source.equals(other.source);
	}

	Place place() {
		return new Place(this.region, this.instanceType);
	}

	/**
	 * What there is one price for.
	 *
	 * @param region AWS region
	 * @param instanceType the instance type
	 */
	public record Place(String region, String instanceType) implements Comparable<Place> {

		@Override
		public int compareTo(Place other) {
			int byRegion = this.region.compareTo(other.region);
			return (byRegion != 0) ? byRegion : this.instanceType.compareTo(other.instanceType);
		}

		@Override
		public String toString() {
			return this.region + " " + this.instanceType;
		}

	}

}
