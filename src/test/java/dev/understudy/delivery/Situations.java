package dev.understudy.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What decisions are made about: rows, attempts and looks.
 */
final class Situations {

	static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	static final String OWNER = "installation/operation";

	static final String ARN = "arn:aws:sagemaker:us-east-1:111122223333:inference-experiment/fraud-v7-shadow";

	static final Settling SETTLING = new Settling(Duration.ofMinutes(20), Duration.ofMinutes(2));

	private boolean cancel;

	private @Nullable Choice choice;

	private @Nullable ClosedGate gate;

	private Instant notAfter = NOW.plus(Duration.ofHours(12));

	private final List<Attempt> attempts = new ArrayList<>();

	private Situations() {
	}

	static Situations neverSent() {
		return new Situations();
	}

	/** Sent some time ago; nobody knows what came of it. */
	static Situations sent(Duration ago) {
		return neverSent().andSent(ago);
	}

	/** Sent some time ago and answered one second later. */
	static Situations answered(Answer.Kind kind, Duration ago) {
		return neverSent().andAnswered(kind, ago);
	}

	Situations andSent(Duration ago) {
		this.attempts
			.add(new Attempt(this.attempts.size() + 1, "CreateInferenceExperiment", "not there", NOW.minus(ago), null));
		return this;
	}

	Situations andAnswered(Answer.Kind kind, Duration ago) {
		Instant sent = NOW.minus(ago);
		this.attempts.add(new Attempt(this.attempts.size() + 1, "CreateInferenceExperiment", "not there", sent,
				new Answer(kind, sent.plusSeconds(1), "Code", "Words", "request")));
		return this;
	}

	Situations cancelled() {
		this.cancel = true;
		return this;
	}

	Situations chosen(Choice choice) {
		this.choice = choice;
		return this;
	}

	Situations gateClosed() {
		this.gate = new ClosedGate("closed", "It is closed", false);
		return this;
	}

	Situations paused() {
		this.gate = new ClosedGate("paused", "It is paused", true);
		return this;
	}

	Situations tooLate() {
		this.notAfter = NOW;
		return this;
	}

	CreateRow row() {
		return new CreateRow("fraud-v7-shadow", OWNER, this.cancel, this.choice, this.gate, this.notAfter,
				this.attempts);
	}

	static Observation absent() {
		return new Observation.Absent();
	}

	static Observation ours() {
		return found(Map.of(Operation.OWNER_TAG, OWNER), false);
	}

	static Observation foreign() {
		return found(Map.of(Operation.OWNER_TAG, "installation/another"), true);
	}

	static Observation untagged(boolean sameMembers) {
		return found(Map.of("team", "fraud"), sameMembers);
	}

	static Observation untold() {
		return new Observation.Untold(ARN, null, WaitingFor.permission("Allow sagemaker:ListTags"));
	}

	static Observation unseen() {
		return new Observation.Unseen(WaitingFor.time("Rate exceeded"));
	}

	private static Observation found(Map<String, String> tags, boolean sameMembers) {
		return new Observation.Found(ARN, NOW, sameMembers, tags);
	}

}
