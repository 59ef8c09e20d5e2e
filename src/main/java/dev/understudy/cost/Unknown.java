package dev.understudy.cost;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** What an estimate lacks. */
public enum Unknown {

	/** No instance type of the shadow variant is said. */
	INSTANCE_TYPE,

	/** No number of instances is said. */
	INSTANCE_COUNT,

	/** The times cannot be read, or end before they start. */
	SCHEDULE,

	/** Nobody has said what such an instance costs in this region. */
	PRICE;

	/**
	 * The spelling in JSON and message keys.
	 * @return in lower case, with dashes
	 */
	@JsonValue
	public String id() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
