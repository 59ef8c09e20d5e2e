package dev.understudy.reliability;

/**
 * How an operation is to end that met a fault.
 */
final class Expectation {

	private Expectation() {
	}

	/** Its state, and the code where it is a no. */
	static String of(Cell cell) {
		return switch (cell.fault()) {
			case FOREIGN_OF_THE_SAME_NAME -> switch (cell.point()) {
				case SEND -> "conflict name-taken";
				case STOP, UPDATE -> "rejected gone";
				default -> "confirmed";
			};
			case DELETED_OUTSIDE -> switch (cell.point()) {
				case STOP, UPDATE -> "rejected gone";
				default -> "confirmed";
			};
			default -> "confirmed";
		};
	}

}
