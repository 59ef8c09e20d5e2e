package dev.understudy.delivery;

/**
 * What one look shows.
 *
 * @param <T> what can stand in SageMaker
 */
sealed interface PlaySight<T> {

	/** What stands there, or stood there not long ago. */
	record Clear<T>(T thing) implements PlaySight<T> {

		@Override
		public String toString() {
			return this.thing.toString();
		}

	}

	/** Something, but its tags cannot be read. */
	record Unreadable<T>() implements PlaySight<T> {

		@Override
		public String toString() {
			return "that the tags cannot be read";
		}

	}

	/** What stands in another account, because the credentials are of that account. */
	record Elsewhere<T>() implements PlaySight<T> {

		@Override
		public String toString() {
			return "another account";
		}

	}

}
