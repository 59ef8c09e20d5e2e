package dev.understudy.catalog;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.support.ResourceBundleMessageSource;

import dev.understudy.catalog.CheckResult.Change;
import dev.understudy.definition.Drafts;
import dev.understudy.definition.Finding;
import dev.understudy.delivery.Sentences;
import dev.understudy.experiment.EndpointUses.Use;
import dev.understudy.sagemaker.Endpoints.Model;
import dev.understudy.sagemaker.Endpoints.Variant;
import dev.understudy.sagemaker.Scaling.Bounds;

import static org.assertj.core.api.Assertions.assertThat;

class PreflightChecksTests {

	private static final Duration TOMORROW = Duration.ofDays(1);

	private static final Use RUNNING = new Use("other", UUID.randomUUID(), "Running", Scenes.NOW.minusSeconds(60),
			Scenes.NOW.plus(Duration.ofHours(5)));

	private static final Use COMING = new Use("next", UUID.randomUUID(), "Created", Scenes.NOW.plus(TOMORROW),
			Scenes.NOW.plus(Duration.ofDays(3)));

	private static final Use UNSEEN = new Use("elsewhere", null, "Created", null, null);

	private static final Use BEING_SENT = new Use("sent", UUID.randomUUID(), null, null, null);

	@Test
	void whatIsInOrderPassesEveryCheckAndEachSaysWhatItSaw() {
		assertThat(PreflightChecks.run(Scenes.good())).hasSizeGreaterThan(20)
			.allSatisfy((result) -> assertThat(result.outcome()).as(result.id()).isEqualTo(Outcome.PASS));
	}

	static Stream<Arguments> whatIsNotInOrder() {
		String production = "/ModelVariants/0";
		return Stream.of(
				row("there is no endpoint", Scenes.endpoint(Scenes.missing()), "endpoint.exists", Outcome.BLOCK,
						"/EndpointName", true),
				row("nobody can tell", Scenes.endpoint(Scenes.untold()), "endpoint.exists", Outcome.UNKNOWN,
						"/EndpointName", false),
				row("updating", Scenes.status("Updating"), "endpoint.in-service", Outcome.BLOCK, "/EndpointName",
						false),
				row("failed", Scenes.later(Scenes.status("Failed"), TOMORROW), "endpoint.in-service", Outcome.BLOCK,
						"/EndpointName", false),
				row("updating until tomorrow", Scenes.later(Scenes.status("Updating"), TOMORROW), "endpoint.in-service",
						Outcome.WARN, "/EndpointName", false),
				row("serverless", Scenes.live(new Variant("v", "fraud-v6", null, null, true, null)),
						"endpoint.serverless", Outcome.BLOCK, "/EndpointName", true),
				row("its model cannot be read", Scenes.model("fraud-v6", Scenes.untold()), "endpoint.multi-model",
						Outcome.UNKNOWN, "/EndpointName", false),
				row("shadowed", Scenes.shadowed(), "endpoint.shadowed", Outcome.BLOCK, "/EndpointName", false),
				row("shadowed, later, by nobody we know", Scenes.later(Scenes.shadowed(), TOMORROW),
						"endpoint.shadowed", Outcome.BLOCK, "/EndpointName", false),
				row("shadowed, later, by one we know", Scenes.later(Scenes.used(Scenes.shadowed(), RUNNING), TOMORROW),
						"endpoint.shadowed", Outcome.WARN, "/EndpointName", false),
				row("another one runs", Scenes.used(Scenes.good(), RUNNING), "endpoint.in-use", Outcome.BLOCK,
						"/EndpointName", false),
				row("another one runs, but not tomorrow", Scenes.later(Scenes.used(Scenes.good(), RUNNING), TOMORROW),
						"endpoint.in-use", Outcome.WARN, "/EndpointName", false),
				row("another one is on its way", Scenes.used(Scenes.good(), BEING_SENT), "endpoint.in-use",
						Outcome.WARN, "/EndpointName", false),
				row("another one is scheduled", Scenes.used(Scenes.good(), COMING), "schedule.overlap", Outcome.WARN,
						"/Schedule", false),
				row("no model", Scenes.model("fraud-v7", Scenes.missing()), "model.exists", Outcome.BLOCK,
						"/ModelVariants/1/ModelName", true),
				row("a model of many", Scenes.model("fraud-v7", Scenes.there(new Model("m", "arn", 1, true, false))),
						"model.fits", Outcome.BLOCK, "/ModelVariants/1/ModelName", true),
				row("a role of nobody", Scenes.draft(Drafts.with("/RoleArn", "arn:aws:iam::111122223333:role/other")),
						"role.listed", Outcome.BLOCK, "/RoleArn", true),
				row("a role of another account",
						Scenes.draft(Drafts.with("/RoleArn", "arn:aws:iam::999999999999:role/shadow")), "role.account",
						Outcome.BLOCK, "/RoleArn", true),
				row("a taken name", Scenes.named(Scenes.there("Running")), "name.free", Outcome.BLOCK, "/Name", false),
				row("a type that runs nowhere here", Scenes.running(Map.of()), "instance-type.region", Outcome.UNKNOWN,
						production + "/InfrastructureConfig/RealTimeInferenceConfig/InstanceType", false),
				row("a type with a price here",
						Scenes.offered(Map.of("ml.m5.xlarge", new RegionalTypes.Source("AWS", "2026-11-01", null))),
						"instance-type.region", Outcome.PASS,
						production + "/InfrastructureConfig/RealTimeInferenceConfig/InstanceType", false),
				row("others have a price here",
						Scenes.offered(Map.of("ml.m4.xlarge", new RegionalTypes.Source("AWS", "2026-11-01", null))),
						"instance-type.region", Outcome.UNKNOWN,
						production + "/InfrastructureConfig/RealTimeInferenceConfig/InstanceType", false),
				row("another one is there, and when was not seen", Scenes.used(Scenes.good(), UNSEEN),
						"schedule.overlap", Outcome.UNKNOWN, "/Schedule", false),
				row("two others, and one's times were seen", Scenes.used(Scenes.good(), UNSEEN, COMING),
						"schedule.overlap", Outcome.WARN, "/Schedule", false),
				row("another one is over by then", Scenes.later(Scenes.used(Scenes.good(), RUNNING), TOMORROW),
						"schedule.overlap", Outcome.PASS, "/Schedule", false),
				row("another one still runs then",
						Scenes.later(Scenes.used(Scenes.good(), RUNNING), Duration.ofHours(4)), "schedule.overlap",
						Outcome.WARN, "/Schedule", false),
				row("another one comes after it",
						Scenes.used(Scenes.good(),
								new Use("after", null, "Created", Scenes.NOW.plus(Duration.ofDays(8)), null)),
						"schedule.overlap", Outcome.PASS, "/Schedule", false),
				row("a type nobody knows", Scenes.draft(Drafts
					.with("/ModelVariants/1/InfrastructureConfig/RealTimeInferenceConfig/InstanceType", "ml.z9.huge")),
						"instance-type.region", Outcome.WARN,
						"/ModelVariants/1/InfrastructureConfig/RealTimeInferenceConfig/InstanceType", false),
				row("production differs",
						Scenes.live(new Variant("production", "fraud-v5", "ml.m5.xlarge", 3, false, null)),
						"production.differs", Outcome.WARN, production, false),
				row("a bucket out of reach",
						Scenes.found(Drafts.with("/DataStorageConfig/Destination", "s3://acme/"),
								Finding.warning("/DataStorageConfig/Destination", "destination.not-sagemaker", "no",
										null)),
						"capture.reachable", Outcome.WARN, "/DataStorageConfig/Destination", false),
				row("a bucket that is not there", Scenes.bucket(Scenes.missing()), "capture.bucket", Outcome.WARN,
						"/DataStorageConfig/Destination", false),
				row("a bucket far away", Scenes.bucket(Scenes.there(new Supplied("acme-sagemaker", "eu-west-1"))),
						"capture.bucket", Outcome.WARN, "/DataStorageConfig/Destination", false),
				row("a bucket somewhere", Scenes.bucket(Scenes.there(new Supplied("acme-sagemaker", null))),
						"capture.bucket", Outcome.UNKNOWN, "/DataStorageConfig/Destination", false),
				row("a bucket of a list nobody may read", Scenes.bucket(Scenes.untold()), "capture.bucket",
						Outcome.UNKNOWN, "/DataStorageConfig/Destination", false),
				row("a bucket of the region", Scenes.bucket(Scenes.there(new Supplied("acme-sagemaker", "us-east-1"))),
						"capture.bucket", Outcome.PASS, "/DataStorageConfig/Destination", false),
				row("a place without a bucket",
						Scenes.draft(Drafts.with("/DataStorageConfig/Destination", "https://acme/x")), "capture.bucket",
						Outcome.UNKNOWN, "/DataStorageConfig/Destination", false),
				row("scaled", Scenes.scaling(Scenes.there(new Bounds(2, 6))), "endpoint.autoscaling", Outcome.WARN,
						"/EndpointName", false),
				row("nobody may ask whether it is scaled", Scenes.scaling(Scenes.untold()), "endpoint.autoscaling",
						Outcome.UNKNOWN, "/EndpointName", false));
	}

	@ParameterizedTest(name = "{0}: {2} {3}")
	@MethodSource("whatIsNotInOrder")
	void whatIsNotInOrderIsToldWhereItIs(String what, Scene scene, String id, Outcome outcome, String pointer,
			boolean lasting) {
		CheckResult first = PreflightChecks.run(scene)
			.stream()
			.filter((result) -> result.id().equals(id))
			.findFirst()
			.orElseThrow();
		assertThat(first.outcome()).isEqualTo(outcome);
		assertThat(first.pointer()).isEqualTo(pointer);
		assertThat(first.lasting()).isEqualTo(lasting);
		assertThat(first.remedy() != null).isEqualTo(outcome == Outcome.BLOCK || outcome == Outcome.WARN);
	}

	@Test
	void whatWouldChangeInProductionIsATable() {
		Scene scene = Scenes.live(new Variant("production", "fraud-v5", "ml.m5.xlarge", 3, false, null));
		assertThat(PreflightChecks.run(scene)
			.stream()
			.filter((result) -> result.id().equals("production.differs"))
			.flatMap((result) -> result.changes().stream()))
			.containsExactly(new Change("ModelName", "fraud-v5", "fraud-v6"), new Change("InstanceCount", "3", "2"));
	}

	@Test
	void blocksComeFirstAndPassesLast() {
		List<CheckResult> results = PreflightChecks.run(Scenes.status("Updating"));
		assertThat(results.getFirst().outcome()).isEqualTo(Outcome.BLOCK);
		assertThat(results).isSortedAccordingTo((one, other) -> one.outcome().compareTo(other.outcome()));
	}

	@Test
	void anEmptyDraftIsChecked() {
		Scene scene = Scenes.draft(Drafts.empty());
		assertThat(PreflightChecks.run(scene)).noneMatch(CheckResult::blocks);
	}

	@ParameterizedTest(name = "{0}: {2} {3}")
	@MethodSource("whatIsNotInOrder")
	void everythingIsSaidInBothLanguagesWithItsAge(String what, Scene scene, String id, Outcome outcome, String pointer,
			boolean lasting) {
		Speech speech = speech();
		for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
			for (CheckResult result : PreflightChecks.run(scene)) {
				SpokenCheck spoken = speech.say(result, Scenes.NOW, locale);
				assertThat(spoken.evidence()).doesNotContain("preflight.", "{").endsWith(".");
				if (result.observedAt() != null) {
					assertThat(spoken.evidence())
						.endsWith((locale == Locale.ENGLISH) ? ", seen 8 s ago." : ", gesehen vor 8 s.");
				}
			}
		}
	}

	static Stream<CheckResult> whatHoldsBackForGood() {
		Stream<CheckResult> seen = whatIsNotInOrder()
			.flatMap((row) -> PreflightChecks.run((Scene) row.get()[1]).stream())
			.filter((result) -> result.blocks() && result.lasting());
		Stream<CheckResult> kinds = EndpointKindCheck.all()
			.map((check) -> ((EndpointKindCheck) check).obstacle().id())
			.map((kind) -> CheckResult.block("endpoint." + kind, Scene.ENDPOINT, Scenes.NOW, "fraud-prod").forGood());
		return Stream.concat(seen, kinds);
	}

	@ParameterizedTest
	@MethodSource("whatHoldsBackForGood")
	void whatHoldsBackForGoodIsRecordedInTheSameWordsAndToldInBothLanguages(CheckResult result) {
		String recorded = SubmissionPreflight.closed(result).message();
		for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
			assertThat(Sentences.in(locale, recorded))
				.isEqualTo("%s. %s".formatted(speech().say(result.evidence(), locale),
						speech().say(Objects.requireNonNull(result.remedy()), locale)));
		}
	}

	private static Speech speech() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages");
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		return new Speech(messages);
	}

	private static Arguments row(String what, Scene scene, String id, Outcome outcome, String pointer,
			boolean lasting) {
		return Arguments.of(what, scene, id, outcome, pointer, lasting);
	}

}
