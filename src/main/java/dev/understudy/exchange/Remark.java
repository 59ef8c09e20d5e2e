package dev.understudy.exchange;

import java.util.List;
import java.util.Locale;

/**
 * Something to know about an export, such as what it leaves out.
 *
 * @param kind what it is about
 * @param details what the words name
 */
public record Remark(Kind kind, List<String> details) {

	public Remark {
		details = List.copyOf(details);
	}

	static Remark of(Kind kind, String... details) {
		return new Remark(kind, List.of(details));
	}

	/**
	 * What a remark can be about.
	 */
	public enum Kind {

		/** The definition has errors, as many as the detail says. */
		ERRORS,
		/** Tags with reserved keys are left out; the detail is their keys. */
		RESERVED_TAGS,
		/** The start is left out; the detail is the time. */
		PAST_START,
		/** The schedule is left out; the detail is its end. */
		PAST_END,
		/**
		 * Members are left out that CloudFormation does not know; the detail names them.
		 */
		NOT_IN_SCHEMA,
		/** An empty description is left out, which CloudFormation refuses. */
		EMPTY_DESCRIPTION,
		/**
		 * Members are left out in which CloudFormation would put something else; the
		 * detail names them.
		 */
		DYNAMIC_REFERENCE;

		/**
		 * The kind as it stands in answers and text keys.
		 */
		public String id() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
