package dev.understudy.experiment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import dev.understudy.delivery.OperationState;
import dev.understudy.target.Target;

import static org.assertj.core.api.Assertions.assertThat;

class WhoseTests {

	private static final Target TARGET = new Target("sandbox", "111122223333", "us-east-1", null, List.of("role"));

	private static final Instant CREATED = Instant.parse("2026-12-01T12:00:00Z");

	private static final Instant SETTLED = CREATED.plusSeconds(86_400);

	private static final UUID HERE = UUID.fromString("019aab00-0000-7000-8000-000000000001");

	private static final UUID OPERATION = UUID.fromString("019aab00-0000-7000-8000-000000000002");

	private static final UUID EXPERIMENT = UUID.fromString("019aab00-0000-7000-8000-000000000003");

	private static final String OURS = HERE + "/" + OPERATION;

	@Test
	void withoutATagItWasMadeElsewhere() {
		assertThat(whose(null, null)).isEqualTo(new Whose.Foreign());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/", "fraud", "019aab00-0000-7000-8000-000000000001", "1-1-1-1-1/2-2-2-2-2",
			"019AAB00-0000-7000-8000-000000000001/019aab00-0000-7000-8000-000000000002 " })
	void aTagThatNoOperationWroteCountsAsNone(String tag) {
		assertThat(whose(tag, null)).isEqualTo(new Whose.Foreign());
	}

	@Test
	void anotherInstallationsTagIsAnotherInstallations() {
		assertThat(whose(UUID.randomUUID() + "/" + OPERATION, maker(OperationState.REJECTED)))
			.isEqualTo(new Whose.OtherInstallation());
	}

	@Test
	void ourTagWithAnUnknownOperationIsAnOrphan() {
		assertThat(whose(OURS, null)).isEqualTo(new Whose.Orphan(OPERATION, null));
	}

	@ParameterizedTest
	@EnumSource(names = { "REJECTED", "CANCELLED", "CONFLICT" })
	void whatAnOperationMadeThatEndedBadlyIsAnOrphan(OperationState state) {
		assertThat(whose(OURS, maker(state))).isEqualTo(new Whose.Orphan(OPERATION, EXPERIMENT));
	}

	@ParameterizedTest
	@EnumSource(names = { "QUEUED", "SENDING" })
	void whatAnUnfinishedOperationMakesIsNoOrphan(OperationState state) {
		assertThat(whose(OURS, maker(state))).isEqualTo(new Whose.Pending(EXPERIMENT));
	}

	@Test
	void whatWasRecordedAsGoneAndIsThereIsAnOrphan() {
		assertThat(whose(OURS, maker(OperationState.CONFIRMED), ended(CREATED, SETTLED.minusSeconds(1))))
			.isEqualTo(new Whose.Orphan(OPERATION, EXPERIMENT));
	}

	@Test
	void whatWasRecordedAsGoneJustNowMayStillBeShown() {
		assertThat(whose(OURS, maker(OperationState.CONFIRMED), ended(CREATED, SETTLED.plusSeconds(1))))
			.isEqualTo(new Whose.Pending(EXPERIMENT));
	}

	@Test
	void whoeverCopiedOurTagsToAnotherNameMadeItElsewhere() {
		Maker maker = new Maker(EXPERIMENT, "another", OperationState.CONFIRMED);
		assertThat(whose(OURS, maker)).isEqualTo(new Whose.Foreign());
	}

	@ParameterizedTest
	@ValueSource(strings = { "2026-12-01T12:00:00Z", "2026-12-01T12:00:01Z" })
	void aLiveOneOfThatNameIsOursWhateverItsTags(String created) {
		Namesake live = new Namesake(EXPERIMENT, "test", Phase.LIVE, false, Instant.parse(created), null);
		assertThat(whose(null, null, live)).isEqualTo(new Whose.Ours(EXPERIMENT));
	}

	@Test
	void anEndedOneThatIsStillThereIsOurs() {
		assertThat(whose(null, null, ended(CREATED, null))).isEqualTo(new Whose.Ours(EXPERIMENT));
	}

	@Test
	void anEndedOneOfWhichNobodyKnowsWhenItWasCreatedIsOurs() {
		assertThat(whose(null, null, ended(null, null))).isEqualTo(new Whose.Ours(EXPERIMENT));
	}

	@Test
	void anotherOneWhereOursHadEndedIsNotOurs() {
		Namesake ended = ended(CREATED.minusSeconds(1), null);
		assertThat(whose(null, null, ended)).isEqualTo(new Whose.Foreign());
		assertThat(ended.isReplacedBy(CREATED)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "2026-12-01T12:00:00Z, ", "2026-12-01T11:00:00Z, 2026-12-01T11:30:00Z", ", " })
	void whatMayBeTheSameOrIsKnownToBeGoneIsNotReplaced(@Nullable Instant created, @Nullable Instant gone) {
		assertThat(ended(created, gone).isReplacedBy(CREATED)).isFalse();
	}

	@Test
	void aNameThatIsBeingSubmittedMayBeOursInAMoment() {
		Namesake submitting = new Namesake(EXPERIMENT, "test", Phase.SUBMITTING, false, null, null);
		assertThat(whose(null, null, submitting)).isEqualTo(new Whose.Pending(EXPERIMENT));
	}

	@Test
	void whatStandsInTheWayOfASubmissionIsNotOurs() {
		Namesake conflict = new Namesake(EXPERIMENT, "test", Phase.SUBMITTING, true, null, null);
		assertThat(whose(null, null, conflict)).isEqualTo(new Whose.Foreign());
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = { "LIVE", "ENDED", "SUBMITTING" })
	void draftsHoldNoName(Phase phase) {
		assertThat(whose(null, null, new Namesake(EXPERIMENT, "test", phase, false, null, null)))
			.isEqualTo(new Whose.Foreign());
	}

	@Test
	void theDefinitionOfAnAdoptedOneHasTheTagsOfPeopleOnlyInOrder() {
		Map<String, String> tags = Map.of("team", "fraud", "cost-center", "", "understudy:operation", OURS,
				"understudy:definition-sha256", "0", "aws:cloudformation:stack-name", "s", "AWS:x", "y");
		NewAdoption adoption = new NewAdoption(TARGET, JsonMapper.shared().createObjectNode().put("Name", "test"), tags,
				new Sighting(CREATED, "arn", "Running", null, CREATED, null, null, null, null, null, null));
		assertThat(adoption.draft().json()).isEqualTo(
				"{\"Name\":\"test\",\"Tags\":[{\"Key\":\"cost-center\",\"Value\":\"\"},{\"Key\":\"team\",\"Value\":\"fraud\"}]}");
		assertThat(adoption.ownerTag()).isEqualTo(OURS);
	}

	private static Whose whose(@Nullable String tag, @Nullable Maker maker, Namesake... namesakes) {
		return Whose.of(new Stray(TARGET, "test", CREATED, tag), HERE, maker, List.of(namesakes), SETTLED);
	}

	private static Maker maker(OperationState state) {
		return new Maker(EXPERIMENT, "Test", state);
	}

	private static Namesake ended(@Nullable Instant created, @Nullable Instant gone) {
		return new Namesake(EXPERIMENT, "test", Phase.ENDED, false, created, gone);
	}

}
