package dev.understudy.reliability;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An oracle that finds nothing proves nothing: each thing that could be wrong is shown to
 * it once.
 */
class OracleTests {

	private static final UUID OURS = UUID.fromString("01938f00-0000-7000-8000-000000000001");

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
	void aChangeThatIsConfirmedAndWasNeverAcceptedIsLost() {
		Records.Row start = new Records.Row(OURS, OURS, "start", "a", "confirmed", "arn", null, null);
		assertThat(judge(List.of(), start, CONFIRMED).lost()).hasSize(1);
	}

	private static Oracle.Judgement judge(List<Accepted> ledger, Records.Row row, List<String> audited) {
		return new Oracle(ledger, Set.of("outside")).judge(List.of(OURS), List.of(row), Map.of(OURS, audited));
	}

	private static Records.Row row(String state) {
		return new Records.Row(OURS, OURS, "create", "a", state, "arn", null, null);
	}

	private static Accepted create(@Nullable UUID owner) {
		return accepted("CreateInferenceExperiment", (owner != null) ? owner.toString() : null, "request");
	}

	private static Accepted accepted(String operation, @Nullable String owner, String requestId) {
		return new Accepted(operation, "a", owner, requestId, JsonNodeFactory.instance.objectNode());
	}

}
