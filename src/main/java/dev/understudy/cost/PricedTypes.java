package dev.understudy.cost;

import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import dev.understudy.catalog.RegionalTypes;

/**
 * A region that has a price for an instance type has the instance type.
 */
@Component
class PricedTypes implements RegionalTypes {

	private final Prices prices;

	PricedTypes(Prices prices) {
		this.prices = prices;
	}

	@Override
	public Map<String, Source> of(String region) {
		return this.prices.of(region)
			.stream()
			.collect(Collectors.toUnmodifiableMap(Price::instanceType, PricedTypes::source));
	}

	private static Source source(Price price) {
		Money hourly = price.perHour(1);
		return new Source(price.source(), price.date().toString(), new Rate(hourly.exact(), hourly.currency()));
	}

}
