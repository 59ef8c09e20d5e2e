package dev.understudy.cost.web;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import dev.understudy.cost.Bill;
import dev.understudy.cost.Estimate;
import dev.understudy.cost.Money;
import dev.understudy.cost.Price;
import dev.understudy.cost.Quote;
import dev.understudy.cost.Resizing;
import dev.understudy.cost.Unknown;

/**
 * What a shadow costs, for programs. Amounts are text, so that nobody rounds them.
 *
 * @param instanceType instance type of the shadow variant
 * @param instanceCount how many instances it has
 * @param hours how long it stands
 * @param endAssumed whether nobody said when it ends, so that it is 7 days
 * @param price what one instance costs in an hour, when and according to whom
 * @param perHour what all of them cost in an hour
 * @param total what they cost in all those hours
 * @param hoursSoFar how long it has stood
 * @param soFar what that has cost
 * @param production what submitting it changes in production, where that is known
 * @param unknown what is missing for a total; empty if nothing is
 * @param assumption what AWS does not document and this rests on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CostBody(@Nullable String instanceType, @Nullable Integer instanceCount, @Nullable String hours,
		boolean endAssumed, @Nullable PriceBody price, @Nullable Amount perHour, @Nullable Amount total,
		@Nullable String hoursSoFar, @Nullable Amount soFar, @Nullable Change production, List<Unknown> unknown,
		String assumption) {

	private static final String ASSUMPTION = "A shadow variant is billed like ordinary hosting instances"
			+ " as long as it is deployed, whatever the sampling. AWS's bill is what counts.";

	static CostBody of(Quote quote) {
		return of(quote.estimate(), null, null, quote.resizing());
	}

	static CostBody of(Bill bill) {
		return of(bill.estimate(), bill.hoursSoFar(), bill.costSoFar(), bill.resizing());
	}

	private static CostBody of(Estimate estimate, @Nullable String hoursSoFar, @Nullable Money soFar,
			@Nullable Resizing resizing) {
		return new CostBody(estimate.instanceType(), estimate.instanceCount(), estimate.hours(),
				estimate.endIsAssumed(), PriceBody.of(estimate.price()), exact(estimate.perHour()),
				rounded(estimate.total()), hoursSoFar, rounded(soFar), Change.of(resizing), estimate.unknown(),
				ASSUMPTION);
	}

	private static @Nullable Amount exact(@Nullable Money money) {
		return (money != null) ? new Amount(money.exact(), money.currency()) : null;
	}

	private static @Nullable Amount rounded(@Nullable Money money) {
		return (money != null) ? new Amount(money.rounded(), money.currency()) : null;
	}

	/** An amount of money. */
	record Amount(String amount, String currency) {
	}

	/**
	 * That production would stand on other instances.
	 *
	 * @param fromType instance type now
	 * @param fromCount how many now
	 * @param toType instance type then
	 * @param toCount how many then
	 * @param perHour what that costs more in an hour, negative for less; absent if
	 * unknown
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Change(String fromType, int fromCount, String toType, int toCount, @Nullable Amount perHour) {

		static @Nullable Change of(@Nullable Resizing it) {
			return (it != null) ? new Change(it.liveType(), it.liveCount(), it.plannedType(), it.plannedCount(),
					exact(it.perHour())) : null;
		}

	}

	/** A price with its date and source. */
	record PriceBody(String region, String instanceType, String amount, String currency, String date, String source) {

		static @Nullable PriceBody of(@Nullable Price price) {
			return (price != null) ? new PriceBody(price.region(), price.instanceType(), price.amount().toPlainString(),
					price.currency(), price.date(), price.source()) : null;
		}

	}

}
