package dev.understudy.catalog;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Tells which instance types a region has. SageMaker cannot be asked, so that each module
 * that knows of some for another reason has a bean of this type.
 */
@FunctionalInterface
public interface RegionalTypes {

	/**
	 * The instance types that a region is known to have.
	 * @param region AWS region
	 * @return by instance type, where that is known from; a type that is missing may be
	 * there all the same
	 */
	Map<String, Source> of(String region);

	/**
	 * Where something is known from.
	 *
	 * @param name what people know the source as
	 * @param date as of when, as people write it
	 * @param hourly what an instance costs in an hour; absent where the source has no
	 * price
	 */
	record Source(String name, String date, @Nullable Rate hourly) {

	}

	/**
	 * What an hour costs.
	 *
	 * @param amount plain digits, such as "0.23"
	 * @param currency ISO 4217 code, such as "USD"
	 */
	record Rate(String amount, String currency) {

	}

}
