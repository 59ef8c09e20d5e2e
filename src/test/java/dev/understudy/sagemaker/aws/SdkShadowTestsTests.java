package dev.understudy.sagemaker.aws;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.json.JsonMapper;

import dev.understudy.definition.Definition;
import dev.understudy.definition.Drafts;
import dev.understudy.sagemaker.Accepted;
import dev.understudy.sagemaker.SageMakerProperties;
import dev.understudy.sagemaker.SageMakerProperties.Mode;
import dev.understudy.sagemaker.SageMakerRefusal;
import dev.understudy.sagemaker.SageMakerRefusal.Kind;
import dev.understudy.sagemaker.SendGuard;
import dev.understudy.sagemaker.ShadowTest;
import dev.understudy.target.Target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class SdkShadowTestsTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final SendGuard LET_GO = (signedAt) -> Optional.empty();

	private static final String ARN = "arn:aws:sagemaker:us-east-1:111122223333:inference-experiment/x";

	private final Wire wire = new Wire();

	private final SdkClients clients;

	private final SdkShadowTests shadowTests;

	private final Target target;

	SdkShadowTestsTests() throws IOException {
		SageMakerProperties properties = new SageMakerProperties(Mode.SIMULATOR, null, Duration.ofSeconds(2),
				Duration.ofSeconds(2));
		this.clients = new SdkClients(properties, new Access(properties, new MockEnvironment()));
		this.shadowTests = new SdkShadowTests(this.clients, new SdkChanges(this.clients));
		this.target = new Target("test", "111122223333", "us-east-1", this.wire.uri(), List.of());
	}

	@AfterEach
	void close() throws IOException {
		this.clients.destroy();
		this.wire.close();
	}

	@Test
	void sendsEveryMemberOfTheDefinitionAndTheReservedTags() {
		this.wire.answers(200, "r-1", "{\"InferenceExperimentArn\":\"%s\"}".formatted(ARN));
		Definition definition = Drafts.definition(
				Drafts.without("/Tags").with("/Schedule", JSON.readTree("{\"StartTime\":\"2026-12-01T08:00:00Z\"}")));
		Accepted accepted = this.shadowTests.create(this.target, definition,
				List.of(new Definition.Tag("understudy:operation", "a/b")), LET_GO);
		assertThat(accepted).isEqualTo(new Accepted(ARN, "r-1"));
		var sent = JSON.readTree(this.wire.bodies.getFirst());
		var asked = JSON.readTree(definition.json());
		assertThat(sent.path("Tags").toString()).isEqualTo("[{\"Key\":\"understudy:operation\",\"Value\":\"a/b\"}]");
		assertThat(sent.path("Schedule").path("StartTime").asLong()).isEqualTo(1796112000);
		asked.propertyNames()
			.stream()
			.filter((name) -> !name.equals("Schedule"))
			.forEach((name) -> assertThat(sent.path(name)).as(name).isEqualTo(asked.path(name)));
	}

	@ParameterizedTest
	@CsvSource({ "400, ResourceInUse, IN_USE", "400, com.amazon.coral.validate#ValidationException, INVALID",
			"400, AccessDeniedException, DENIED", "400, ResourceLimitExceeded, LIMIT",
			"400, ExpiredTokenException, CREDENTIALS", "400, UnrecognizedClientException, CREDENTIALS",
			"400, InvalidSignatureException, SIGNATURE", "400, ThrottlingException, THROTTLED",
			"429, Anything, THROTTLED", "500, InternalFailure, UNAVAILABLE", "503, ServiceUnavailable, UNAVAILABLE",
			"400, ResourceNotFound, NOT_FOUND", "400, ConflictException, CONFLICT", "400, NeverHeardOf, UNKNOWN" })
	void sortsAnswersByTheirCode(int status, String code, Kind kind) {
		this.wire.answers(status, "r-2", "{\"__type\":\"%s\",\"Message\":\"Words\"}".formatted(code));
		SageMakerRefusal refusal = refused(LET_GO);
		assertThat(refusal.kind()).isEqualTo(kind);
		assertThat(refusal.awsRequestId()).isEqualTo("r-2");
		assertThat(refusal.words()).isEqualTo("Words");
		assertThat(this.wire.bodies).as("requests on the wire").hasSize(1);
	}

	@Test
	void aValidationFailureIsKnownByItsWordsToo() {
		this.wire.answers(400, "r-3", "{\"Message\":\"1 validation error detected: Value 'x' at 'name' failed\"}");
		assertThat(refused(LET_GO).kind()).isEqualTo(Kind.INVALID);
	}

	@Test
	void anAnswerWithoutAwsRequestIdProvesNothing() {
		this.wire.answers(400, null, "{\"__type\":\"ValidationException\",\"Message\":\"A proxy says no\"}");
		assertThat(refused(LET_GO).kind()).isEqualTo(Kind.UNKNOWN);
	}

	@Test
	void aBrokenConnectionIsNotTriedAgain() {
		this.wire.hangsUp();
		assertThat(refused(LET_GO).kind()).isEqualTo(Kind.NO_ANSWER);
		assertThat(this.wire.bodies).hasSize(1);
	}

	@Test
	void aKeptConnectionThatBreaksIsNotTriedAgainEither() {
		this.wire.answers(200, "r-4", "{\"InferenceExperimentArn\":\"%s\"}".formatted(ARN)).hangsUp();
		this.shadowTests.create(this.target, Drafts.definition(), List.of(), LET_GO);
		assertThat(refused(LET_GO).kind()).isEqualTo(Kind.NO_ANSWER);
		assertThat(this.wire.bodies).hasSize(2);
		assertThat(this.wire.connections).as("connections, the first one being kept").hasValue(1);
	}

	@Test
	void whereNobodyListensNothingHasLeft() throws IOException {
		this.wire.close();
		assertThat(refused(LET_GO).kind()).isEqualTo(Kind.UNREACHABLE);
	}

	@Test
	void aHostThatNobodyKnowsIsNamed() {
		Target nowhere = new Target("nowhere", "111122223333", "eu-nowhere-1",
				URI.create("http://api.sagemaker.eu-nowhere-1.invalid"), List.of());
		assertThatExceptionOfType(SageMakerRefusal.class)
			.isThrownBy(() -> this.shadowTests.create(nowhere, Drafts.definition(), List.of(), LET_GO))
			.satisfies((refusal) -> assertThat(refusal.kind()).isEqualTo(Kind.UNREACHABLE))
			.satisfies((refusal) -> assertThat(refusal.words()).contains("api.sagemaker.eu-nowhere-1.invalid"));
	}

	@Test
	void garbageIsNoAnswer() {
		this.wire.answers(200, "r-5", "<html>");
		assertThat(refused(LET_GO).kind()).isIn(Kind.NO_ANSWER, Kind.UNKNOWN);
	}

	@Test
	void anAcceptanceWithoutAnArnIsNotBelieved() {
		this.wire.answers(200, "r-6", "{}");
		assertThat(refused(LET_GO).kind()).isEqualTo(Kind.UNKNOWN);
	}

	@Test
	void theGuardSeesTheSignedDateAndHoldsTheRequestBack() {
		AtomicReference<@Nullable Instant> seen = new AtomicReference<>();
		SageMakerRefusal refusal = refused((signedAt) -> {
			seen.set(signedAt);
			return Optional.of(new SendGuard.Objection("late", "Too late"));
		});
		assertThat(refusal.kind()).isEqualTo(Kind.NOT_SENT);
		assertThat(refusal.code()).isEqualTo("late");
		assertThat(refusal.words()).isEqualTo("Too late");
		assertThat(seen.get()).isBetween(Instant.now().minusSeconds(60), Instant.now());
		assertThat(this.wire.bodies).isEmpty();
	}

	@Test
	void readsADescriptionBackAsADefinition() {
		this.wire.answers(200, "r-7", """
				{"Arn":"%s","Name":"x","Type":"ShadowMode","Status":"BrandNew","CreationTime":1767323045.678,
				 "EndpointMetadata":{"EndpointName":"fraud-prod"},"Schedule":{"StartTime":1796112000},
				 "ModelVariants":[{"ModelName":"m","VariantName":"v","Status":"InService",
				   "InfrastructureConfig":{"InfrastructureType":"RealTimeInference",
				     "RealTimeInferenceConfig":{"InstanceType":"ml.new.type","InstanceCount":2}}}]}""".formatted(ARN));
		ShadowTest seen = this.shadowTests.describe(this.target, "x").value();
		assertThat(seen.status()).isEqualTo("BrandNew");
		assertThat(seen.creationTime()).isEqualTo(Instant.parse("2026-01-02T03:04:05.678Z"));
		assertThat(seen.definition()).isEqualTo(JSON.readTree("""
				{"Name":"x","Type":"ShadowMode","EndpointName":"fraud-prod",
				 "Schedule":{"StartTime":"2026-12-01T08:00:00Z"},
				 "ModelVariants":[{"ModelName":"m","VariantName":"v",
				   "InfrastructureConfig":{"InfrastructureType":"RealTimeInference",
				     "RealTimeInferenceConfig":{"InstanceType":"ml.new.type","InstanceCount":2}}}]}"""));
	}

	@Test
	void readsEveryPageOfTags() {
		this.wire.answers(200, "r-8", "{\"Tags\":[{\"Key\":\"a\",\"Value\":\"1\"}],\"NextToken\":\"t\"}")
			.answers(200, "r-9", "{\"Tags\":[{\"Key\":\"b\",\"Value\":\"\"}]}");
		assertThat(this.shadowTests.tags(this.target, ARN)).containsOnly(Map.entry("a", "1"), Map.entry("b", ""));
	}

	private SageMakerRefusal refused(SendGuard guard) {
		return catchThrowableOfType(SageMakerRefusal.class,
				() -> this.shadowTests.create(this.target, Drafts.definition(), List.of(), guard));
	}

}
