package dev.understudy.definition;

import java.util.List;

/**
 * What became of a draft that was checked: a definition fit to be submitted, or a refusal
 * with its reasons.
 */
public sealed interface Verdict {

	/**
	 * All that was found, in document order.
	 */
	List<Finding> findings();

	/**
	 * Fit to be submitted.
	 *
	 * @param definition what to submit
	 * @param warnings what a person should know before
	 */
	record Ready(Definition definition, List<Finding> warnings) implements Verdict {

		public Ready {
			warnings = List.copyOf(warnings);
		}

		@Override
		public List<Finding> findings() {
			return this.warnings;
		}

	}

	/**
	 * Not fit to be submitted.
	 *
	 * @param findings the reasons, at least one of them an error, and the warnings
	 */
	record Refused(List<Finding> findings) implements Verdict {

		public Refused {
			findings = List.copyOf(findings);
		}

	}

}
