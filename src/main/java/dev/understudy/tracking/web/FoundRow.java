package dev.understudy.tracking.web;

import dev.understudy.experiment.Ending;
import dev.understudy.experiment.Phase;
import dev.understudy.experiment.Standing;
import dev.understudy.tracking.Found;

/**
 * A row of the list.
 *
 * @param it what was found
 * @param standing how it would stand if it were managed here
 */
record FoundRow(Found it, Standing standing) {

	static FoundRow of(Found found) {
		Standing standing = switch (found.status()) {
			case "Completed" -> Standing.of(Phase.ENDED, null, null, null, null, Ending.COMPLETED);
			case "Cancelled" -> Standing.of(Phase.ENDED, null, null, null, null, Ending.CANCELLED);
			default -> Standing.of(Phase.LIVE, null, null, null, found.status(), null);
		};
		return new FoundRow(found, standing);
	}

}
