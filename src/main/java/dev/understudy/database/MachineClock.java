package dev.understudy.database;

import java.time.Instant;

/**
 * What this machine takes for the time. It may be wrong.
 */
@FunctionalInterface
interface MachineClock {

	Instant now();

}
