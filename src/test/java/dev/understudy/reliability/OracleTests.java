package dev.understudy.reliability;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An oracle that finds nothing proves nothing: each thing that could be wrong is shown to
 * it once.
 */
class OracleTests {

	private static final UUID OURS = UUID.fromString("01938f00-0000-7000-8000-000000000001");

	private static final UUID CHANGE = UUID.fromString("01938f00-0000-7000-8000-000000000002");

	private static final UUID EXPERIMENT = UUID.fromString("01938f00-0000-7000-8000-00000000000e");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final List<String> CONFIRMED = List.of("operation.asked", "operation.confirmed");

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

	@ParameterizedTest
	@EnumSource
	void aChangeThatIsConfirmedAndWasAcceptedIsClean(Change change) {
		assertThat(change.judged("confirmed", null, change.own()).all()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void aChangeThatIsConfirmedAndWasNeverAcceptedIsLost(Change change) {
		assertThat(change.judged("confirmed", null).lost()).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource(names = { "STOP", "UPDATE", "TAG" })
	void aChangeThatIsConfirmedThoughOnlyAnothersWasAcceptedIsLost(Change change) {
		assertThat(change.judged("confirmed", null, change.others()).lost()).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource
	void aChangeThatWasAcceptedForAnEarlierExperimentOfTheNameOnlyIsLost(Change change) {
		assertThat(change
			.judgedAfter(List.of(accepted("CreateInferenceExperiment", null, "request"), change.own()), "confirmed",
					null)
			.lost()).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource
	void aChangeThatEndedBadlyAndWasAcceptedIsLost(Change change) {
		assertThat(change.judged("rejected", "no-effect", change.own()).lost()).hasSize(1);
		assertThat(change.judged("cancelled", "cancelled", change.own()).lost()).hasSize(1);
		assertThat(change.judged("conflict", "drift", change.own()).lost()).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource
	void aChangeThatEndedBadlyAndWasNeverAcceptedIsClean(Change change) {
		assertThat(change.judged("cancelled", "cancelled").all()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(names = { "STOP", "UPDATE", "TAG", "START" })
	void aChangeThatIsSaidToBeGoneIsCleanOnlyWhereItWasDeletedAfterwards(Change change) {
		Accepted deletion = accepted("DeleteInferenceExperiment", null, "outside");
		assertThat(change.judged("rejected", "gone", change.own(), deletion).all()).isEmpty();
		assertThat(change.judged("rejected", "gone", deletion, change.own()).lost()).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource(names = { "UPDATE", "TAG" })
	void aChangeThatWasOverwrittenMayEndInAConflictButMayNotBeCancelled(Change change) {
		assertThat(change.judged("conflict", "drift", change.own(), change.others()).all()).isEmpty();
		assertThat(change.judged("cancelled", "cancelled", change.own(), change.others()).lost()).hasSize(1);
		assertThat(change.judged("conflict", "drift", change.others(), change.own()).lost()).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource(names = { "UPDATE", "TAG" })
	void aChangeThatCameAgainAndUndidAnotherIsDuplicated(Change change) {
		assertThat(change.judged("confirmed", null, change.own(), change.own()).all()).isEmpty();
		assertThat(change.judged("confirmed", null, change.own(), change.others(), change.own()).duplicated())
			.hasSize(1);
	}

	@Test
	void whatWasStoppedTwiceForOneOperationIsDuplicated() {
		assertThat(Change.STOP.judged("confirmed", null, Change.STOP.own(), Change.STOP.own()).duplicated()).hasSize(1);
	}

	@Test
	void aStopThatPromotedInsteadOfDiscardingIsLost() {
		Accepted promotion = accepted("StopInferenceExperiment", null, "request",
				"{'ModelVariantActions':{'shadow':'Promote'},'Reason':'Enough [understudy %s]'}".formatted(CHANGE));
		assertThat(Change.STOP.judged("confirmed", null, promotion).lost()).hasSize(1);
	}

	@Test
	void anUpdateThatChangedMoreThanWasAskedForIsLost() {
		Accepted more = accepted("UpdateInferenceExperiment", null, "request",
				"{'Description':'Own','ShadowModeConfig':{}}");
		assertThat(Change.UPDATE.judged("confirmed", null, more).lost()).hasSize(1);
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
		ledger.add(Change.TAG.own());
		JsonNode asked = JSON.readTree(
				"{'add':[{'Key':'k','Value':'own'}],'remove':['old'],'seen':%s}".formatted(before).replace('\'', '"'));
		Records.Row tag = new Records.Row(CHANGE, EXPERIMENT, "tag", "a", "confirmed", null, null, asked);
		return new Oracle(ledger, Set.of()).judge(List.of(CHANGE), List.of(row("confirmed"), tag),
				Map.of(OURS, CONFIRMED, CHANGE, CONFIRMED));
	}

	private static Oracle.Judgement judge(List<Accepted> ledger, Records.Row row, List<String> audited) {
		return new Oracle(ledger, Set.of("outside")).judge(List.of(OURS), List.of(row), Map.of(OURS, audited));
	}

	private static Records.Row row(String state) {
		return new Records.Row(OURS, EXPERIMENT, "create", "a", state, null, null, JSON.createObjectNode());
	}

	private static Accepted create(@Nullable UUID owner) {
		return accepted("CreateInferenceExperiment", (owner != null) ? owner.toString() : null, "request");
	}

	private static Accepted accepted(String operation, @Nullable String owner, String requestId) {
		return accepted(operation, owner, requestId, "{}");
	}

	private static Accepted accepted(String operation, @Nullable String owner, String requestId, String input) {
		return new Accepted(operation, "a", owner, requestId, JSON.readTree(input.replace('\'', '"')));
	}

	/**
	 * A change of each kind, as it was asked for, as it was sent, and one that is alike.
	 */
	enum Change {

		START("StartInferenceExperiment", "{}", "{}", "{}"),

		STOP("StopInferenceExperiment", "{'ModelVariantActions':{'shadow':'Remove'},'Reason':'Enough'}",
				"{'ModelVariantActions':{'shadow':'Remove'},'Reason':'Enough [understudy %s]'}".formatted(CHANGE),
				"{'ModelVariantActions':{'shadow':'Remove'},'Reason':'Enough [understudy %s]'}".formatted(OURS)),

		UPDATE("UpdateInferenceExperiment", "{'asked':{'Description':'Own'},'seen':{}}", "{'Description':'Own'}",
				"{'Description':'Another'}"),

		DELETE("DeleteInferenceExperiment", "{}", "{}", "{}"),

		TAG("AddTags", "{'add':[{'Key':'k','Value':'own'}],'remove':[],'seen':{}}",
				"{'Tags':[{'Key':'k','Value':'own'}]}", "{'Tags':[{'Key':'k','Value':'another'}]}");

		private final String call;

		private final String asked;

		private final String own;

		private final String others;

		Change(String call, String asked, String own, String others) {
			this.call = call;
			this.asked = asked;
			this.own = own;
			this.others = others;
		}

		Accepted own() {
			return accepted(this.call, null, "request", this.own);
		}

		Accepted others() {
			return accepted(this.call, null, "request", this.others);
		}

		/** On an experiment that we made before that. */
		Oracle.Judgement judged(String state, @Nullable String code, Accepted... then) {
			List<Accepted> ledger = new ArrayList<>(List.of(create(OURS)));
			ledger.addAll(List.of(then));
			return judged(ledger, state, code);
		}

		/** On one that we made after other things had happened under its name. */
		Oracle.Judgement judgedAfter(List<Accepted> before, String state, @Nullable String code) {
			List<Accepted> ledger = new ArrayList<>(before);
			ledger.add(create(OURS));
			return judged(ledger, state, code);
		}

		private Oracle.Judgement judged(List<Accepted> ledger, String state, @Nullable String code) {
			Records.Row change = new Records.Row(CHANGE, EXPERIMENT, name().toLowerCase(Locale.ROOT), "a", state, null,
					code, JSON.readTree(this.asked.replace('\'', '"')));
			return new Oracle(ledger, Set.of("outside")).judge(List.of(CHANGE), List.of(row("confirmed"), change),
					Map.of(OURS, CONFIRMED, CHANGE, List.of("operation.asked", "operation." + state)));
		}

	}

}
