package dev.understudy.definition;

import java.time.Instant;
import java.util.List;

/**
 * Contexts for tests.
 */
public final class Contexts {

	/**
	 * A week before the complete draft starts.
	 */
	public static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

	private Contexts() {
	}

	/**
	 * To be created in the sandbox.
	 */
	public static RuleContext sandbox(Instant now) {
		return sandbox(now, Purpose.CREATE);
	}

	public static RuleContext sandbox(Instant now, Purpose purpose) {
		return new RuleContext(now,
				new TargetFacts("sandbox", "111122223333", "us-east-1",
						List.of("arn:aws:iam::111122223333:role/shadow", "arn:aws:iam::111122223333:role/shadow-gpu")),
				purpose);
	}

}
