package dev.understudy.cost;

import java.math.BigDecimal;

/** Prices for tests. */
final class PricesOf {

	private PricesOf() {
	}

	static Price m5() {
		return m5("0.23");
	}

	static Price m5(String amount) {
		return new Price("us-east-1", "ml.m5.xlarge", new BigDecimal(amount), "USD", "2025-04", "a list");
	}

	static Price g5() {
		return new Price("us-east-1", "ml.g5.xlarge", new BigDecimal("1.4084"), "USD", "2025-04", "a list");
	}

}
