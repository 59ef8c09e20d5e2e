package dev.understudy.definition;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Writes a double as ECMAScript does (Number::toString), which RFC 8785 prescribes.
 */
final class EcmaNumber {

	private static final MathContext ONE_DIGIT = new MathContext(1, RoundingMode.HALF_EVEN);

	private EcmaNumber() {
	}

	static String format(double number) {
		if (!Double.isFinite(number)) {
			throw new IllegalArgumentException("JSON has no " + number);
		}
		if (number == 0) {
			return "0";
		}
		return ((number < 0) ? "-" : "") + layOut(shortest(Math.abs(number)));
	}

	/**
	 * The fewest digits that read back as the same double. Since 19, Java prints these
	 * too, except that it never prints fewer than two: 4.9E-324 where 5e-324 will do.
	 */
	private static BigDecimal shortest(double number) {
		BigDecimal printed = new BigDecimal(Double.toString(number)).stripTrailingZeros();
		BigDecimal shorter = printed.round(ONE_DIGIT);
		return (printed.precision() == 2 && shorter.doubleValue() == number) ? shorter : printed;
	}

	private static String layOut(BigDecimal number) {
		String digits = number.unscaledValue().toString();
		int point = digits.length() - number.scale();
		if (point > 21 || point <= -6) {
			return withExponent(digits, point - 1);
		}
		if (point <= 0) {
			return "0." + "0".repeat(-point) + digits;
		}
		return (point >= digits.length()) ? digits + "0".repeat(point - digits.length())
				: digits.substring(0, point) + '.' + digits.substring(point);
	}

	private static String withExponent(String digits, int exponent) {
		String fraction = (digits.length() > 1) ? '.' + digits.substring(1) : "";
		return digits.charAt(0) + fraction + ((exponent < 0) ? "e-" : "e+") + Math.abs(exponent);
	}

}
