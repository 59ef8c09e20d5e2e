package dev.understudy.definition;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong or risky about a definition. The form, the API, the import and
 * the audit all show the same finding.
 *
 * @param pointer where, as an RFC 6901 pointer relative to the definition; empty for the
 * whole of it
 * @param rule stable id of the rule, such as {@code schedule.too-long}
 * @param severity whether it forbids submitting
 * @param message what is allowed and what was given, for a person
 * @param hint what to do about it, where there is something to say
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Finding(String pointer, String rule, Severity severity, String message, @Nullable String hint) {

	/**
	 * A finding that forbids submitting.
	 */
	public static Finding error(String pointer, String rule, String message, @Nullable String hint) {
		return new Finding(pointer, rule, Severity.ERROR, message, hint);
	}

	/**
	 * A finding that forbids submitting, in the language of who reads it.
	 * @param pointer where
	 * @param rule id of the rule, under which its texts are kept
	 * @param values what stands in the texts for the names in braces
	 */
	public static Finding error(String pointer, String rule, Map<String, ?> values) {
		Wording wording = Wording.error(rule, pointer);
		values.forEach(wording::with);
		return wording.build();
	}

	/**
	 * A finding that a person should know of before submitting.
	 */
	public static Finding warning(String pointer, String rule, String message, @Nullable String hint) {
		return new Finding(pointer, rule, Severity.WARNING, message, hint);
	}

	/**
	 * Whether this forbids submitting. (Not named {@code isError}: that would add a
	 * member to its JSON.)
	 */
	public boolean forbids() {
		return this.severity == Severity.ERROR;
	}

}
