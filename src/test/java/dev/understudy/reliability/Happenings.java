package dev.understudy.reliability;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an oracle may have to judge: calls that SageMaker accepted, and rows that say so.
 */
final class Happenings {

	static final UUID OURS = UUID.fromString("01938f00-0000-7000-8000-000000000001");

	static final UUID CHANGE = UUID.fromString("01938f00-0000-7000-8000-000000000002");

	static final UUID EXPERIMENT = UUID.fromString("01938f00-0000-7000-8000-00000000000e");

	static final JsonMapper JSON = JsonMapper.builder().build();

	static final List<String> CONFIRMED = List.of("operation.asked", "operation.confirmed");

	private Happenings() {
	}

	static Oracle.Judgement judge(List<Accepted> ledger, Records.Row row, List<String> audited) {
		return new Oracle(ledger, Set.of("outside")).judge(List.of(OURS), List.of(row), Map.of(OURS, audited));
	}

	static Records.Row row(String state) {
		return new Records.Row(OURS, EXPERIMENT, "create", "a", state, null, null, JSON.createObjectNode());
	}

	static Accepted create(@Nullable UUID owner) {
		return accepted("CreateInferenceExperiment", (owner != null) ? owner.toString() : null, "request");
	}

	static Accepted accepted(String operation, @Nullable String owner, String requestId) {
		return accepted(operation, owner, requestId, "{}");
	}

	static Accepted accepted(String operation, @Nullable String owner, String requestId, String input) {
		return new Accepted(operation, "a", owner, requestId, JSON.readTree(input.replace('\'', '"')));
	}

}
