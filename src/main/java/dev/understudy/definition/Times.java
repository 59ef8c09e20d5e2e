package dev.understudy.definition;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

/**
 * Reads moments as SageMaker's clients write them: ISO 8601 with an offset, or seconds
 * since 1970 as a number.
 */
final class Times {

	private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

	private static final BigDecimal LAST_SECOND = BigDecimal.valueOf(LAST.getEpochSecond());

	/** Longer than any moment with nine digits of a second and an offset. */
	private static final int LONGEST = 40;

	private Times() {
	}

	/**
	 * The moment, or nothing if the value is not one between 1970 and 9999.
	 */
	static Optional<Instant> read(JsonNode value) {
		if (value.isNumber()) {
			return fromEpoch(value.decimalValue());
		}
		if (value.isString()) {
			return fromText(value.stringValue());
		}
		return Optional.empty();
	}

	private static Optional<Instant> fromEpoch(BigDecimal seconds) {
		if (seconds.signum() < 0 || seconds.compareTo(LAST_SECOND) > 0) {
			return Optional.empty();
		}
		BigDecimal whole = seconds.setScale(0, RoundingMode.DOWN);
		BigDecimal nanos = seconds.subtract(whole).movePointRight(9).setScale(0, RoundingMode.DOWN);
		return Optional.of(Instant.ofEpochSecond(whole.longValue(), nanos.longValue()));
	}

	private static Optional<Instant> fromText(String text) {
		if (text.length() > LONGEST) {
			return Optional.empty();
		}
		try {
			Instant moment = OffsetDateTime.parse(text).toInstant();
			return Optional.of(moment).filter((it) -> !it.isBefore(Instant.EPOCH) && !it.isAfter(LAST));
		}
		catch (DateTimeException notAMoment) {
			return Optional.empty();
		}
	}

}
