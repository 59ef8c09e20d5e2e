package dev.understudy.definition;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How much a {@link Finding} weighs: an error forbids submitting, a warning does not.
 */
public enum Severity {

	ERROR, WARNING;

	/**
	 * The spelling in JSON, URLs and style sheets.
	 */
	@JsonValue
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

}
