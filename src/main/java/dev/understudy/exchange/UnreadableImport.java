package dev.understudy.exchange;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A text that no definition can be read from.
 */
public class UnreadableImport extends RuntimeException {

	private final Fault fault;

	private final transient @Nullable Place place;

	private final transient List<String> details;

	UnreadableImport(Fault fault, @Nullable Place place, String... details) {
		super("%s at %s: %s".formatted(fault, place, List.of(details)));
		this.fault = fault;
		this.place = place;
		this.details = List.of(details);
	}

	/**
	 * What is wrong with it.
	 */
	public Fault fault() {
		return this.fault;
	}

	/**
	 * Where; null if the whole is wrong.
	 */
	public @Nullable Place place() {
		return this.place;
	}

	/**
	 * What the fault is about, such as a parser's words or a name.
	 */
	public List<String> details() {
		return this.details;
	}

	/**
	 * What can be wrong with a text.
	 */
	public enum Fault {

		/** More than {@link dev.understudy.definition.DocumentTooLarge#LIMIT} bytes. */
		TOO_LARGE,
		/** Not UTF-8. */
		ENCODING,
		/** Nothing but blanks. */
		EMPTY,
		/** Not JSON; the detail is what the parser says. */
		JSON,
		/** Not YAML; the detail is what the parser says. */
		YAML,
		/** A name given twice in one object; the detail is the name. */
		DUPLICATE,
		/** Nested too deep. */
		TOO_DEEP,
		/** Not the command that creates an inference experiment. */
		COMMAND,
		/** A quote that is never closed; the detail is the quote. */
		QUOTE,
		/** What only a running shell can know or do; the detail is how it begins. */
		SHELL,
		/** More lines behind the end of a command. */
		LINE,
		/** A word of a command that belongs to no option; the detail is the word. */
		STRAY,
		/** Not the shorthand syntax of the AWS CLI. */
		SHORTHAND,
		/** A value that stands in a file; the detail is its address, or the member. */
		FILE,
		/** A YAML alias or anchor; the detail is its name. */
		ALIAS,
		/** A YAML tag; the detail is the tag. */
		TAG,
		/** A YAML key that is no text. */
		KEY,
		/** Something after the end. */
		TRAILING,
		/** Text, a number or a list where a definition is expected. */
		NO_OBJECT,
		/** A CloudFormation template without an inference experiment. */
		NO_EXPERIMENT,
		/** A CloudFormation template with several; the detail is their names. */
		SEVERAL_EXPERIMENTS,
		/**
		 * A member that no request to import has, or that is wrong; the detail names it.
		 */
		REQUEST,
		/** A value that cannot be stored; the detail is what the rule says. */
		UNSTORABLE;

		/**
		 * The fault as it stands in answers and text keys.
		 */
		public String id() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
