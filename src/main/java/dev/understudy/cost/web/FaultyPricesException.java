package dev.understudy.cost.web;

import java.util.List;

import dev.understudy.cost.PriceTable;
import dev.understudy.cost.PriceTable.Fault;

/** A price table that a program sent is not in order. */
final class FaultyPricesException extends RuntimeException {

	private final transient List<Fault> faults;

	FaultyPricesException(PriceTable table) {
		super("Nothing was loaded: the table is not in order; see errors.");
		this.faults = table.faults();
	}

	List<Fault> faults() {
		return this.faults;
	}

}
