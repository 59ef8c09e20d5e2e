package dev.understudy.delivery;

/**
 * Measures how much time passes within this process, whatever happens to its clock.
 */
@FunctionalInterface
interface Ticker {

	/**
	 * Nanoseconds since some moment in this process's life.
	 */
	long nanos();

}
