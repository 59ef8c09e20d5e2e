package dev.understudy.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount of money, exact until it is rounded.
 *
 * @param amount how much, negative where it is saved
 * @param currency ISO 4217 code, such as "USD"
 */
public record Money(BigDecimal amount, String currency) {

	/**
	 * As many digits as the currency has, at least; what is smaller than a cent stays.
	 * @return the amount in plain digits, such as "0.46" or "0.2142"
	 */
	public String exact() {
		return this.amount
			.setScale(Math.max(digits(), this.amount.stripTrailingZeros().scale()), RoundingMode.UNNECESSARY)
			.toPlainString();
	}

	/**
	 * Rounded half up to the digits the currency has.
	 * @return the amount in plain digits, such as "77.28"
	 */
	public String rounded() {
		return this.amount.setScale(digits(), RoundingMode.HALF_UP).toPlainString();
	}

	private int digits() {
		return Math.max(0, Currency.getInstance(this.currency).getDefaultFractionDigits());
	}

}
