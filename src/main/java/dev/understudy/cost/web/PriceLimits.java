package dev.understudy.cost.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.understudy.cost.PriceTable;
import dev.understudy.shell.BodyLimit;

/** A table with the prices of every region is longer than anything else that is sent. */
@Configuration(proxyBeanMethods = false)
class PriceLimits {

	private static final int ENVELOPE = 64 * 1024;

	@Bean
	BodyLimit priceTableOfPrograms() {
		return new BodyLimit("/api/v1/prices", PriceTable.LONGEST);
	}

	/** Without JavaScript a form may hold a table and a file. */
	@Bean
	BodyLimit priceTableOfPeople() {
		return new BodyLimit("/settings/prices", 2 * PriceTable.LONGEST + ENVELOPE);
	}

}
