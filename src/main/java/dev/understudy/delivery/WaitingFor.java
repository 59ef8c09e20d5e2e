package dev.understudy.delivery;

import java.util.Locale;

/**
 * What an unfinished operation waits for.
 *
 * @param kind who or what can make it go on
 * @param message what it is and what the remedy is, in words
 * @param choice whether a person has to say if what stands in SageMaker is ours
 */
public record WaitingFor(Kind kind, String message, boolean choice) {

	static WaitingFor time(String message) {
		return new WaitingFor(Kind.TIME, message, false);
	}

	static WaitingFor permission(String message) {
		return new WaitingFor(Kind.PERMISSION, message, false);
	}

	static WaitingFor credentials(String message) {
		return new WaitingFor(Kind.CREDENTIALS, message, false);
	}

	static WaitingFor person(String message) {
		return new WaitingFor(Kind.PERSON, message, false);
	}

	static WaitingFor pause(String message) {
		return new WaitingFor(Kind.PAUSE, message, false);
	}

	WaitingFor withChoice() {
		return new WaitingFor(this.kind, this.message, true);
	}

	/** Who or what can make it go on. */
	public enum Kind {

		TIME, PERMISSION, CREDENTIALS, PERSON, PAUSE;

		/**
		 * The spelling in JSON and the database.
		 * @return the name in lower case
		 */
		public String id() {
			return name().toLowerCase(Locale.ROOT);
		}

		static Kind of(String id) {
			return valueOf(id.toUpperCase(Locale.ROOT));
		}

	}

}
