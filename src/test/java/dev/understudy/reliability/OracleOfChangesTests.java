package dev.understudy.reliability;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import static dev.understudy.reliability.Happenings.CHANGE;
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
 * The same with changes: each thing that could be wrong with one is shown to the oracle.
 */
class OracleOfChangesTests {

	@ParameterizedTest
	@EnumSource
	void aChangeThatIsConfirmedAndWasAcceptedIsClean(KindOfChange change) {
		assertThat(change.judged("confirmed", null, change.own()).all()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void aChangeThatIsConfirmedAndWasNeverAcceptedIsLost(KindOfChange change) {
		assertThat(change.judged("confirmed", null).lost()).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource(names = { "STOP", "UPDATE", "TAG" })
	void aChangeThatIsConfirmedThoughOnlyAnothersWasAcceptedIsLost(KindOfChange change) {
		assertThat(change.judged("confirmed", null, change.others()).lost()).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource
	void aChangeThatWasAcceptedForAnEarlierExperimentOfTheNameOnlyIsLost(KindOfChange change) {
		assertThat(change
			.judgedAfter(List.of(accepted("CreateInferenceExperiment", null, "request"), change.own()), "confirmed",
					null)
			.lost()).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource
	void aChangeThatEndedBadlyAndWasAcceptedIsLost(KindOfChange change) {
		assertThat(change.judged("rejected", "no-effect", change.own()).lost()).hasSize(1);
		assertThat(change.judged("cancelled", "cancelled", change.own()).lost()).hasSize(1);
		assertThat(change.judged("conflict", "drift", change.own()).lost()).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource
	void aChangeThatEndedBadlyAndWasNeverAcceptedIsClean(KindOfChange change) {
		assertThat(change.judged("cancelled", "cancelled").all()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(names = { "STOP", "UPDATE", "TAG", "START" })
	void aChangeThatIsSaidToBeGoneIsCleanOnlyWhereItWasDeletedAfterwards(KindOfChange change) {
		Accepted deletion = accepted("DeleteInferenceExperiment", null, "outside");
		assertThat(change.judged("rejected", "gone", change.own(), deletion).all()).isEmpty();
		assertThat(change.judged("rejected", "gone", deletion, change.own()).lost()).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource(names = { "UPDATE", "TAG" })
	void aChangeThatWasOverwrittenMayEndInAConflictButMayNotBeCancelled(KindOfChange change) {
		assertThat(change.judged("conflict", "drift", change.own(), change.others()).all()).isEmpty();
		assertThat(change.judged("cancelled", "cancelled", change.own(), change.others()).lost()).hasSize(1);
		assertThat(change.judged("conflict", "drift", change.others(), change.own()).lost()).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource(names = { "UPDATE", "TAG" })
	void aChangeThatCameAgainAndUndidAnotherIsDuplicated(KindOfChange change) {
		assertThat(change.judged("confirmed", null, change.own(), change.own()).all()).isEmpty();
		assertThat(change.judged("confirmed", null, change.own(), change.others(), change.own()).duplicated())
			.hasSize(1);
	}

	@Test
	void whatWasStoppedTwiceForOneOperationIsDuplicated() {
		assertThat(KindOfChange.STOP.judged("confirmed", null, KindOfChange.STOP.own(), KindOfChange.STOP.own())
			.duplicated()).hasSize(1);
	}

	@Test
	void aStopThatPromotedInsteadOfDiscardingIsLost() {
		Accepted promotion = accepted("StopInferenceExperiment", null, "request",
				"{'ModelVariantActions':{'shadow':'Promote'},'Reason':'Enough [understudy %s]'}".formatted(CHANGE));
		assertThat(KindOfChange.STOP.judged("confirmed", null, promotion).lost()).hasSize(1);
	}

	@Test
	void anUpdateThatChangedMoreThanWasAskedForIsLost() {
		Accepted more = accepted("UpdateInferenceExperiment", null, "request",
				"{'Description':'Own','ShadowModeConfig':{}}");
		assertThat(KindOfChange.UPDATE.judged("confirmed", null, more).lost()).hasSize(1);
	}

	@Test
	void aTagThatWasThereAndWasToGoIsLostWhereNobodyTookItAway() {
		Accepted removal = accepted("DeleteTags", null, "request", "{'TagKeys':['old']}");
		assertThat(judgedAsTagged("{'old':'1'}", removal).all()).isEmpty();
		assertThat(judgedAsTagged("{'old':'1'}").lost()).hasSize(1);
		assertThat(judgedAsTagged("{}").all()).isEmpty();
	}

	private static Oracle.Judgement judgedAsTagged(String before, Accepted... removals) {
		List<Accepted> ledger = new ArrayList<>(List.of(create(OURS)));
		ledger.addAll(List.of(removals));
		ledger.add(KindOfChange.TAG.own());
		JsonNode asked = JSON.readTree(
				"{'add':[{'Key':'k','Value':'own'}],'remove':['old'],'seen':%s}".formatted(before).replace('\'', '"'));
		Records.Row tag = new Records.Row(CHANGE, EXPERIMENT, "tag", "a", "confirmed", null, null, asked);
		return new Oracle(ledger, Set.of()).judge(List.of(CHANGE), List.of(row("confirmed"), tag),
				Map.of(OURS, CONFIRMED, CHANGE, CONFIRMED));
	}

}
