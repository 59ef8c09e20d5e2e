package dev.understudy.exchange;

import java.util.List;
import java.util.Locale;

/**
 * Something that was left out of an imported text or understood in a certain way.
 *
 * @param kind what it is about
 * @param details the names it is about
 * @param place where it stands in the text
 */
public record Notice(Kind kind, List<String> details, Place place) {

	public Notice {
		details = List.copyOf(details);
	}

	/**
	 * What a notice can be about.
	 */
	public enum Kind {

		/** A resource of a CloudFormation template was taken; the detail is its name. */
		CLOUDFORMATION,
		/** What our own API answers or takes was read, and its definition taken. */
		ENVELOPE,
		/** A member was left out that only SageMaker tells; the detail is its name. */
		NOT_DEFINED,
		/**
		 * An option of every command, or a variable, was left out; the detail is its
		 * name.
		 */
		OPTION,
		/**
		 * A member of a document was left out because an option gives it; the detail is
		 * its name.
		 */
		OVERRIDDEN,
		/** A tag was left out whose key is reserved; the detail is the key. */
		RESERVED_TAG;

		/**
		 * The kind as it stands in answers and text keys.
		 */
		public String id() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
