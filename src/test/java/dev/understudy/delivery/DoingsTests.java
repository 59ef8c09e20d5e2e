package dev.understudy.delivery;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class DoingsTests {

	private static final UUID EXPERIMENT = new UUID(0, 1);

	private static final Instant SINCE = ChangeSituations.NOW;

	private static final String UPDATE = """
			{ "asked": { "Description": "Anew", "Schedule": { "EndTime": "2026-11-29T08:00:00Z" } },
			  "seen": { "Description": "As it was", "Schedule": { "EndTime": "2026-11-28T08:00:00Z" } } }""";

	private final OperationStore store = mock(OperationStore.class);

	private final Doings doings = new Doings(this.store, JsonMapper.shared());

	@Test
	void whereNothingWasSentNothingIsOurDoing() {
		assertThat(explain("{\"Description\":\"Anew\"}", "Description")).isFalse();
	}

	@Test
	void anUpdateExplainsWhatItAskedForAndWhatItHadSeen() {
		sent(OperationType.UPDATE);
		assertThat(explain("{\"Description\":\"Anew\"}", "Description")).isTrue();
		assertThat(explain("{\"Description\":\"As it was\"}", "Description")).isTrue();
		assertThat(
				explain("{\"Schedule\":{\"StartTime\":\"2026-11-21T08:00:00Z\",\"EndTime\":\"2026-11-29T08:00:00Z\"}}",
						"Schedule"))
			.isTrue();
	}

	@Test
	void anUpdateExplainsNoOtherValueAndNoOtherMember() {
		sent(OperationType.UPDATE);
		assertThat(explain("{\"Description\":\"By hand\"}", "Description")).isFalse();
		assertThat(explain("{\"Schedule\":{\"EndTime\":\"2026-11-30T08:00:00Z\"}}", "Schedule")).isFalse();
		assertThat(explain("{\"Description\":\"Anew\",\"ModelVariants\":[]}", "Description", "ModelVariants"))
			.isFalse();
	}

	@Test
	void aStartExplainsTheScheduleOnly() {
		sent(OperationType.START);
		assertThat(explain("{\"Schedule\":{\"StartTime\":\"2026-11-22T12:00:00Z\"}}", "Schedule")).isTrue();
		assertThat(explain("{\"Description\":\"By hand\"}", "Description")).isFalse();
		assertThat(explain("{\"Schedule\":{},\"Description\":\"By hand\"}", "Schedule", "Description")).isFalse();
	}

	@Test
	void aStopExplainsWhatBecomesOfTheVariantsToo() {
		sent(OperationType.STOP);
		assertThat(explain("{\"ModelVariants\":[]}", "ModelVariants", "Schedule")).isTrue();
		assertThat(explain("{\"Description\":\"By hand\"}", "Description")).isFalse();
	}

	@ParameterizedTest
	@EnumSource(value = OperationType.class, names = { "CREATE", "DELETE", "TAG" })
	void whatChangesNoMemberExplainsNothing(OperationType type) {
		sent(type);
		assertThat(explain("{\"Description\":\"Anew\"}", "Description")).isFalse();
	}

	private void sent(OperationType type) {
		Operation operation = mock(Operation.class);
		given(operation.type()).willReturn(type);
		given(operation.payload()).willReturn(UPDATE);
		given(this.store.sentSince(EXPERIMENT, SINCE)).willReturn(List.of(operation));
	}

	private boolean explain(String now, String... members) {
		JsonNode definition = ChangeSituations.json(now);
		return this.doings.explain(EXPERIMENT, SINCE, Arrays.asList(members), definition);
	}

}
