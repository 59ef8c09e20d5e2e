package dev.understudy.experiment;

import java.time.Instant;

import dev.understudy.definition.CanonicalForm;
import dev.understudy.definition.Draft;
import dev.understudy.definition.Drafts;

/** What SageMaker says of an experiment, minute by minute. */
public final class Described {

	public static final String ARN = "arn:aws:sagemaker:us-east-1:111122223333:inference-experiment/described";

	static final Instant BEGIN = Instant.parse("2026-12-01T08:00:00Z");

	private Described() {
	}

	/**
	 * A sighting of an experiment with a changed definition.
	 */
	public static Sighting as(String status, int minute, Draft definition) {
		return new Sighting(BEGIN.plusSeconds(60L * minute), ARN, status, null, BEGIN,
				definition.startTime().orElse(null), definition.endTime().orElse(null), null,
				BEGIN.plusSeconds(60L * minute), "aws-" + minute, CanonicalForm.of(definition));
	}

	/**
	 * A definition with a schedule, as SageMaker fills it in.
	 */
	public static Draft usual() {
		return Drafts.change(Drafts.change(Drafts.minimal(), "/Schedule/StartTime", "2026-12-01T09:00:00Z"),
				"/Schedule/EndTime", "2026-12-08T09:00:00Z");
	}

	/**
	 * The same with another share of the traffic.
	 */
	public static Draft sampling(int percent) {
		return Drafts.change(usual(), "/ShadowModeConfig/ShadowModelVariants/0/SamplingPercentage", percent);
	}

}
