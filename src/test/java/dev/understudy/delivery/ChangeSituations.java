package dev.understudy.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import dev.understudy.delivery.Observation.Described;
import dev.understudy.sagemaker.ShadowTest;

/**
 * What decisions about changes are made about: rows, attempts and looks.
 */
final class ChangeSituations {

	static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	static final Instant CREATED_AT = Instant.parse("2026-11-20T08:00:00.123Z");

	static final UUID ID = new UUID(1, 2);

	static final String NAME = "fraud-v7-shadow";

	static final String ARN = "arn:aws:sagemaker:us-east-1:111122223333:inference-experiment/fraud-v7-shadow";

	private static final String DEFINITION = """
			{ "Name": "fraud-v7-shadow", "Description": "As it was",
			  "ModelVariants": [ { "VariantName": "production", "ModelName": "fraud-v6" },
			    { "VariantName": "shadow", "ModelName": "fraud-v7" } ],
			  "ShadowModeConfig": { "SourceModelVariantName": "production", "ShadowModelVariants":
			    [ { "ShadowModelVariantName": "shadow", "SamplingPercentage": 40 } ] },
			  "Schedule": { "StartTime": "2026-11-21T08:00:00Z", "EndTime": "2026-11-28T08:00:00Z" } }""";

	private final OperationType type;

	private JsonNode payload = json("{}");

	private Subject subject = new Subject(ARN, CREATED_AT, "installation/create");

	private boolean cancel;

	private @Nullable ClosedGate gate;

	private @Nullable Instant missingSince;

	private @Nullable Instant believedFrom;

	private @Nullable Instant othersOpenUntil;

	private Instant notAfter = NOW.plus(Duration.ofHours(12));

	private final List<Attempt> attempts = new ArrayList<>();

	private ChangeSituations(OperationType type) {
		this.type = type;
	}

	static ChangeSituations to(OperationType type) {
		return new ChangeSituations(type);
	}

	static ChangeSituations toUpdate(String asked, String seen) {
		return to(OperationType.UPDATE).carrying("{\"asked\":%s,\"seen\":%s}".formatted(asked, seen));
	}

	static ChangeSituations toTag(String payload) {
		return to(OperationType.TAG).carrying(payload);
	}

	ChangeSituations carrying(String payload) {
		this.payload = json(payload);
		return this;
	}

	ChangeSituations andSent(Duration ago) {
		return attempt(call(), ago, null);
	}

	ChangeSituations andAnswered(Answer.Kind kind, Duration ago) {
		return andAnswered(call(), kind, ago);
	}

	ChangeSituations andAnswered(String call, Answer.Kind kind, Duration ago) {
		return attempt(call, ago, new Answer(kind, NOW.minus(ago).plusMillis(10), "Code", "Words", "request"));
	}

	private ChangeSituations attempt(String call, Duration ago, @Nullable Answer answer) {
		this.attempts.add(new Attempt(this.attempts.size() + 1, call, "there", NOW.minus(ago), answer));
		return this;
	}

	ChangeSituations cancelled() {
		this.cancel = true;
		return this;
	}

	ChangeSituations paused() {
		this.gate = new ClosedGate("paused", "It is paused", true);
		return this;
	}

	ChangeSituations tooLate() {
		this.notAfter = NOW;
		return this;
	}

	ChangeSituations missing(Duration since) {
		this.missingSince = NOW.minus(since);
		return this;
	}

	ChangeSituations createdHere(Duration ago) {
		this.believedFrom = NOW.minus(ago).plus(Duration.ofMinutes(20));
		return this;
	}

	ChangeSituations othersOpen(Duration longer) {
		this.othersOpenUntil = NOW.plus(longer);
		return this;
	}

	ChangeSituations knownByItsTag() {
		this.subject = new Subject(ARN, null, "installation/create");
		return this;
	}

	ChangeRow row() {
		return new ChangeRow(ID, this.type, NAME, this.subject, this.payload, this.cancel, this.gate, this.notAfter,
				this.attempts, this.missingSince, this.believedFrom, this.othersOpenUntil);
	}

	private String call() {
		return switch (this.type) {
			case START -> "StartInferenceExperiment";
			case STOP -> "StopInferenceExperiment";
			case UPDATE -> "UpdateInferenceExperiment";
			case DELETE -> "DeleteInferenceExperiment";
			case TAG -> "AddTags";
			case CREATE -> throw new IllegalArgumentException();
		};
	}

	static Described there(String status) {
		return described(status, null, CREATED_AT, definition(), null);
	}

	static Described there(String status, @Nullable String reason) {
		return described(status, reason, CREATED_AT, definition(), null);
	}

	static Described there(String status, ObjectNode definition) {
		return described(status, null, CREATED_AT, definition, null);
	}

	static Described tagged(String status, Map<String, String> tags) {
		return described(status, null, CREATED_AT, definition(), tags);
	}

	static Described another() {
		return described("Running", null, CREATED_AT.plusSeconds(3600), definition(), null);
	}

	private static Described described(String status, @Nullable String reason, Instant createdAt, ObjectNode definition,
			@Nullable Map<String, String> tags) {
		return new Described(new ShadowTest(ARN, NAME, status, reason, createdAt, null, null, definition), tags);
	}

	static ObjectNode definition() {
		return (ObjectNode) json(DEFINITION);
	}

	static JsonNode json(String text) {
		return JsonMapper.shared().readTree(text);
	}

}
