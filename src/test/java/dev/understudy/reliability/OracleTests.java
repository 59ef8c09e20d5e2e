package dev.understudy.reliability;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static dev.understudy.reliability.Happenings.CONFIRMED;
import static dev.understudy.reliability.Happenings.EXPERIMENT;
import static dev.understudy.reliability.Happenings.JSON;
import static dev.understudy.reliability.Happenings.OURS;
import static dev.understudy.reliability.Happenings.accepted;
import static dev.understudy.reliability.Happenings.create;
import static dev.understudy.reliability.Happenings.judge;
import static dev.understudy.reliability.Happenings.row;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * An oracle that finds nothing proves nothing: each thing that could be wrong with a
 * Create is shown to it once.
 */
class OracleTests {

	@Test
	void whatWasMadeOnceAndSaidOnceIsClean() {
		assertThat(judge(List.of(create(OURS)), row("confirmed"), CONFIRMED).isClean()).isTrue();
	}

	@Test
	void whatIsConfirmedAndWasNeverMadeIsLost() {
		assertThat(judge(List.of(), row("confirmed"), CONFIRMED).lost()).hasSize(1);
	}

	@Test
	void whatStandsAndIsSaidToBeRejectedIsLost() {
		assertThat(
				judge(List.of(create(OURS)), row("rejected"), List.of("operation.asked", "operation.rejected")).lost())
			.hasSize(1);
	}

	@Test
	void whatWasPromisedAndIsNowhereIsLost() {
		Oracle.Judgement judgement = new Oracle(List.of(), Set.of()).judge(List.of(OURS), List.of(), Map.of());
		assertThat(judgement.lost()).hasSize(1);
	}

	@Test
	void whatWasMadeTwiceIsDuplicated() {
		assertThat(judge(List.of(create(OURS), create(OURS)), row("confirmed"), CONFIRMED).duplicated()).hasSize(1);
	}

	@Test
	void whatWasMadeAgainBecauseSomebodyHadDeletedItIsNotDuplicated() {
		Accepted deletion = accepted("DeleteInferenceExperiment", null, "outside");
		assertThat(judge(List.of(create(OURS), deletion, create(OURS)), row("confirmed"), CONFIRMED).isClean())
			.isTrue();
	}

	@Test
	void whatWasMadeBySomebodyElseAndIsConfirmedIsFalselyAdopted() {
		assertThat(judge(List.of(create(null)), row("confirmed"), CONFIRMED).adopted()).hasSize(1);
	}

	@Test
	void whatHasNoEndIsStuck() {
		assertThat(judge(List.of(), row("sending"), List.of("operation.asked")).stuck()).hasSize(1);
	}

	@Test
	void anEndThatIsNotAuditedOrAuditedTwiceIsFound() {
		assertThat(judge(List.of(create(OURS)), row("confirmed"), List.of("operation.asked")).unaudited()).hasSize(1);
		assertThat(judge(List.of(create(OURS)), row("confirmed"),
				List.of("operation.asked", "operation.confirmed", "operation.confirmed"))
			.unaudited()).hasSize(1);
	}

	@Test
	void whatWasMadeForNobodyKnownIsLost() {
		UUID nobody = UUID.fromString("01938f00-0000-7000-8000-00000000dead");
		Oracle.Judgement judgement = new Oracle(List.of(create(nobody)), Set.of()).judge(List.of(), List.of(),
				Map.of());
		assertThat(judgement.lost()).hasSize(1);
	}

	@Test
	void roomThatWasMadeOnceServesOneMoreCreateOnly() {
		Accepted deletion = accepted("DeleteInferenceExperiment", null, "outside");
		assertThat(judge(List.of(create(OURS), deletion, create(OURS), create(OURS), create(OURS)), row("confirmed"),
				CONFIRMED)
			.duplicated()).hasSize(2);
	}

	@Test
	void whatWasMadeIsComparedWithWhatWasAskedForWhateverTheTimesAndTagsLookLike() {
		assertThat(judgedAsMade("fraud-v7").all()).isEmpty();
		assertThat(judgedAsMade("fraud-v8").lost()).hasSize(1);
	}

	private static Oracle.Judgement judgedAsMade(String model) {
		JsonNode asked = JSON.readTree("""
				{"ModelVariants": [{"ModelName": "fraud-v7"}], "Tags": [{"Key": "a", "Value": "1"}],
				 "Schedule": {"StartTime": "2026-11-24T08:00:00Z"}}""");
		Accepted made = accepted("CreateInferenceExperiment", OURS.toString(), "request", """
				{"ModelVariants": [{"ModelName": "%s"}], "Schedule": {"StartTime": 1.7955072E9},
				 "Tags": [{"Key": "understudy:operation", "Value": "x/y"}, {"Key": "a", "Value": "1"}]}"""
			.formatted(model));
		return judge(List.of(made), new Records.Row(OURS, EXPERIMENT, "create", "a", "confirmed", null, null, asked),
				CONFIRMED);
	}

}
