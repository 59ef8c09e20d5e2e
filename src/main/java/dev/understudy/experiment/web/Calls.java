package dev.understudy.experiment.web;

import java.util.UUID;

/** The calls over REST that do the same as pages. */
final class Calls {

	private Calls() {
	}

	static String operation(UUID experiment, String body) {
		return String.join("\n", "POST /api/v1/experiments/" + experiment + "/operations", "Idempotency-Key: …", "",
				body);
	}

}
