package dev.understudy.delivery;

import java.util.Locale;

/**
 * What stands under the name of a shadow test that is to be changed.
 *
 * @param which whether it is the one that is meant
 * @param status how far it got
 * @param old whether it carries the tag that is to go
 * @param value what is to be set, or the reason of its stop
 */
record PlaySubject(Which which, Status status, boolean old, Value value) {

	static final PlaySubject NONE = new PlaySubject(Which.NONE, Status.COMPLETED, false, Value.SEEN);

	static PlaySubject meant(Status status) {
		return new PlaySubject(Which.MEANT, status, true, Value.SEEN);
	}

	boolean isThere() {
		return this.which != Which.NONE;
	}

	boolean isMeant() {
		return this.which == Which.MEANT;
	}

	boolean is(Status one, Status other) {
		return isThere() && (this.status == one || this.status == other);
	}

	PlaySubject with(Status next) {
		return new PlaySubject(this.which, next, this.old, this.value);
	}

	PlaySubject with(Value next) {
		return new PlaySubject(this.which, this.status, this.old, next);
	}

	PlaySubject withoutOld() {
		return new PlaySubject(this.which, this.status, false, this.value);
	}

	@Override
	public String toString() {
		return switch (this.which) {
			case NONE -> "nothing";
			case MEANT -> "it, %s, %s".formatted(this.status, this.value).toLowerCase(Locale.ROOT)
					+ (this.old ? "" : ", without the old tag");
			case ANOTHER -> "another one, %s".formatted(this.status).toLowerCase(Locale.ROOT);
			case REMADE -> "one that an old Create made anew";
		};
	}

	enum Which {

		NONE, MEANT, ANOTHER, REMADE

	}

	enum Status {

		CREATED("Created"), STARTING("Starting"), RUNNING("Running"), STOPPING("Stopping"), COMPLETED("Completed");

		private final String aws;

		Status(String aws) {
			this.aws = aws;
		}

		String aws() {
			return this.aws;
		}

	}

	enum Value {

		/** As the person saw it who asked for the change. */
		SEEN,

		/** As our operation sets it. */
		OURS,

		/** As somebody else set it. */
		THEIRS

	}

}
