package dev.understudy.cost;

/** The table would hold more prices than it may. */
public class PriceTableFullException extends RuntimeException {

	PriceTableFullException() {
		super("There would be more than %d prices. Replace the table instead of adding to it."
			.formatted(PriceTable.MOST));
	}

}
