package dev.understudy.worklist;

import java.util.Locale;

/** A filter cannot be kept so. */
public class FilterRefusedException extends RuntimeException {

	private final Reason reason;

	FilterRefusedException(Reason reason) {
		super(reason.id());
		this.reason = reason;
	}

	/**
	 * Why not.
	 * @return the reason
	 */
	public Reason reason() {
		return this.reason;
	}

	/** Why a filter cannot be kept. */
	public enum Reason {

		/** It has no name, or too long a one. */
		NAME,

		/** Another one has the name. */
		TAKEN,

		/** There are as many as there may be. */
		TOO_MANY,

		/** It narrows nothing down, or is longer than an address may be. */
		QUERY;

		/**
		 * The spelling in message keys.
		 * @return the name in lower case, with hyphens
		 */
		public String id() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
