package dev.understudy.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

import org.jspecify.annotations.Nullable;

/**
 * The date a request was signed at, in the simulator's time. The secret is not checked.
 * The time a request spends on its way ages it: what is held back for longer than a
 * quarter of an hour of simulated time is refused, as AWS does.
 *
 * @param signedAt when it was signed
 */
record Signature(Instant signedAt) {

	private static final Duration TOLERANCE = Duration.ofMinutes(15);

	private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
		.withZone(ZoneOffset.UTC);

	/** Reads the signature of a request that has just arrived. */
	static Signature read(@Nullable String authorization, @Nullable String date, SimulatorClock clock) {
		if (authorization == null) {
			throw new AwsException(403, "MissingAuthenticationTokenException", "Missing Authentication Token");
		}
		if (!authorization.startsWith("AWS4-HMAC-SHA256 ") || date == null) {
			throw incomplete("Authorization header requires a Signature Version 4 and a 'X-Amz-Date' header.");
		}
		try {
			Instant signed = LocalDateTime.parse(date, FORMAT).toInstant(ZoneOffset.UTC);
			return new Signature(signed.plus(clock.offset()));
		}
		catch (DateTimeParseException ex) {
			throw incomplete("Date must be in ISO-8601 'basic format'. Got '%s'.".formatted(date));
		}
	}

	void check(Instant now) {
		if (this.signedAt.isBefore(now.minus(TOLERANCE))) {
			throw invalid("Signature expired: %s is now earlier than %s (%s - 15 min.)", now.minus(TOLERANCE), now);
		}
		if (this.signedAt.isAfter(now.plus(TOLERANCE))) {
			throw invalid("Signature not yet current: %s is still later than %s (%s + 15 min.)", now.plus(TOLERANCE),
					now);
		}
	}

	private AwsException invalid(String message, Instant limit, Instant now) {
		return new AwsException(403, "InvalidSignatureException",
				message.formatted(FORMAT.format(this.signedAt), FORMAT.format(limit), FORMAT.format(now)));
	}

	private static AwsException incomplete(String message) {
		return new AwsException(403, "IncompleteSignatureException", message);
	}

}
