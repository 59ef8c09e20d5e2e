package dev.understudy.experiment;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

import dev.understudy.definition.Draft;
import dev.understudy.definition.Drafts;
import dev.understudy.definition.Purpose;
import dev.understudy.experiment.StopOrder.Action;
import dev.understudy.experiment.StopOrder.DesiredState;
import dev.understudy.experiment.StopOrder.Instances;

import static org.assertj.core.api.Assertions.assertThat;

class StopPlanTests {

	/** The shadow runs on something else than production. */
	private static final Draft DEFINITION = Drafts.change(
			Drafts.with("/ModelVariants/1/InfrastructureConfig/RealTimeInferenceConfig/InstanceType", "ml.c5.xlarge"),
			"/ModelVariants/1/InfrastructureConfig/RealTimeInferenceConfig/InstanceCount", 1);

	@Test
	void promotingMakesTheShadowProductionOnWhatProductionRunsOn() {
		StopPlan plan = plan(StopOrder.of(Action.PROMOTE, "faster"));
		assertThat(drawn(plan)).isEqualTo("""
				production fraud-v6 PRODUCTION: ml.m5.xlarge × 2, REMOVED
				shadow fraud-v7 SHADOW: ml.c5.xlarge × 1, BECOMES_PRODUCTION on ml.m5.xlarge × 2
				""");
		assertThat(plan.request()).isEqualTo(
				json("""
						{ "ModelVariantActions": { "production": "Remove", "shadow": "Promote" },
						  "DesiredModelVariants": [ { "VariantName": "shadow", "ModelName": "fraud-v7", "InfrastructureConfig": {
						    "InfrastructureType": "RealTimeInference",
						    "RealTimeInferenceConfig": { "InstanceType": "ml.m5.xlarge", "InstanceCount": 2 } } } ],
						  "DesiredState": "Completed", "Reason": "faster" }"""));
	}

	@Test
	void promotingOnItsOwnInstancesSaysSo() {
		StopPlan plan = plan(order(Action.PROMOTE, Instances.SHADOW, null));
		assertThat(drawn(plan)).contains("BECOMES_PRODUCTION on ml.c5.xlarge × 1");
		assertThat(plan.request()
			.at("/DesiredModelVariants/0/InfrastructureConfig/RealTimeInferenceConfig/InstanceType")
			.stringValue()).isEqualTo("ml.c5.xlarge");
	}

	@ParameterizedTest
	@EnumSource(names = { "PRODUCTION", "SHADOW" })
	void discardingLeavesProductionAsItIsAndDoesNotNameItsInstances(Instances instances) {
		StopPlan plan = plan(order(Action.DISCARD, instances, null));
		assertThat(drawn(plan)).isEqualTo("""
				production fraud-v6 PRODUCTION: ml.m5.xlarge × 2, STAYS on ml.m5.xlarge × 2
				shadow fraud-v7 SHADOW: ml.c5.xlarge × 1, REMOVED
				""");
		assertThat(plan.request()).isEqualTo(json("""
				{ "ModelVariantActions": { "production": "Retain", "shadow": "Remove" }, "DesiredState": "Completed",
				  "Reason": "because" }"""));
	}

	@Test
	void keepingLeavesBothAsTheyAre() {
		StopPlan plan = plan(new StopOrder(Action.KEEP, Instances.PRODUCTION, null, DesiredState.CANCELLED, " "));
		assertThat(drawn(plan)).isEqualTo("""
				production fraud-v6 PRODUCTION: ml.m5.xlarge × 2, STAYS on ml.m5.xlarge × 2
				shadow fraud-v7 SHADOW: ml.c5.xlarge × 1, STAYS on ml.c5.xlarge × 1
				""");
		assertThat(plan.request()).isEqualTo(
				json("""
						{ "ModelVariantActions": { "production": "Retain", "shadow": "Retain" }, "DesiredState": "Cancelled" }"""));
	}

	@Test
	void customInstancesAreSentAsGiven() {
		JsonNode custom = custom("shadow", "fraud-v7", "ml.g5.xlarge", 3);
		StopPlan plan = plan(order(Action.PROMOTE, Instances.CUSTOM, custom));
		assertThat(drawn(plan)).contains("BECOMES_PRODUCTION on ml.g5.xlarge × 3");
		assertThat(plan.request().path("DesiredModelVariants")).isEqualTo(custom);
		assertThat(plan.rows()).filteredOn(StopPlan.Row::isResized).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "PROMOTE, true", "DISCARD, false", "KEEP, false" })
	void onlyPromotingChangesProductionByItself(Action action, boolean changes) {
		assertThat(plan(order(action, Instances.SHADOW, null)).changesProduction()).isEqualTo(changes);
	}

	@Test
	void resizingWhatStaysInProductionChangesProduction() {
		assertThat(plan(order(Action.DISCARD, Instances.CUSTOM, custom("production", "fraud-v6", "ml.m5.xlarge", 3)))
			.changesProduction()).isTrue();
		assertThat(plan(order(Action.KEEP, Instances.CUSTOM, custom("shadow", "fraud-v7", "ml.m5.xlarge", 3)))
			.changesProduction()).isFalse();
	}

	@ParameterizedTest
	@EnumSource
	void theActionIsReadBackFromTheRequest(Action action) {
		assertThat(Action.of(plan(order(action, Instances.SHADOW, null)).request())).isEqualTo(action);
	}

	@Test
	void whatIsNoDefinitionIsNoRow() {
		assertThat(StopPlan.of(Draft.empty(), StopOrder.of(Action.KEEP, null)).rows()).isEmpty();
	}

	@Test
	void anOrderInOrderHasNoErrors() {
		assertThat(errors(StopOrder.of(Action.PROMOTE, "r".repeat(970)))).isEmpty();
		assertThat(errors(StopOrder.of(Action.DISCARD, null))).isEmpty();
		assertThat(errors(order(Action.PROMOTE, Instances.CUSTOM, custom("shadow", "fraud-v7", "ml.g5.xlarge", 3))))
			.isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\t" })
	void aPromotionNeedsAReason(String reason) {
		assertThat(errors(StopOrder.of(Action.PROMOTE, reason))).containsExactly("reason.required@/reason");
	}

	@Test
	void aReasonIsShortAndOnOneLine() {
		assertThat(errors(StopOrder.of(Action.KEEP, "😀".repeat(971)))).containsExactly("reason.too-long@/reason");
		assertThat(errors(StopOrder.of(Action.KEEP, "😀".repeat(970)))).isEmpty();
		assertThat(errors(StopOrder.of(Action.KEEP, "one\r\ntwo"))).containsExactly("reason.pattern@/reason");
	}

	@Test
	void customInstancesAreJudgedLikeThoseOfADefinition() {
		assertThat(errors(order(Action.PROMOTE, Instances.CUSTOM, null)))
			.containsExactly("desired-model-variants.required@/desiredModelVariants");
		assertThat(errors(order(Action.PROMOTE, Instances.CUSTOM, json("[]"))))
			.containsExactly("desired-model-variants.required@/desiredModelVariants");
		assertThat(errors(order(Action.PROMOTE, Instances.CUSTOM, json("7"))))
			.containsExactly("model-variants.type@/desiredModelVariants");
		assertThat(errors(order(Action.PROMOTE, Instances.CUSTOM, custom("shadow", "fraud-v7", "ml.inf1.xlarge", 0))))
			.containsExactly(
					"instance-type.unsupported@/desiredModelVariants/0/InfrastructureConfig/RealTimeInferenceConfig/InstanceType",
					"instance-count.range@/desiredModelVariants/0/InfrastructureConfig/RealTimeInferenceConfig/InstanceCount");
		assertThat(errors(order(Action.PROMOTE, Instances.CUSTOM, json("[{ \"VariantName\": \"shadow\" }]"))))
			.containsExactly("model-name.required@/desiredModelVariants/0/ModelName",
					"infrastructure-config.required@/desiredModelVariants/0/InfrastructureConfig");
		JsonNode one = custom("shadow", "fraud-v7", "ml.m5.xlarge", 1).path(0);
		assertThat(errors(order(Action.PROMOTE, Instances.CUSTOM,
				JsonNodeFactory.instance.arrayNode().add(one).add(one).add(one))))
			.contains("model-variants.too-many@/desiredModelVariants");
	}

	@Test
	void onlyVariantsThatStayHaveCustomInstances() {
		assertThat(errors(order(Action.PROMOTE, Instances.CUSTOM, custom("other", "fraud-v7", "ml.m5.xlarge", 1))))
			.containsExactly("desired-model-variants.unknown@/desiredModelVariants/0/VariantName");
		assertThat(errors(order(Action.PROMOTE, Instances.CUSTOM, custom("production", "fraud-v6", "ml.m5.xlarge", 1))))
			.containsExactly("desired-model-variants.removed@/desiredModelVariants/0/VariantName");
		assertThat(errors(order(Action.PROMOTE, Instances.CUSTOM, custom("shadow", "fraud-v8", "ml.m5.xlarge", 1))))
			.containsExactly("desired-model-variants.other-model@/desiredModelVariants/0/ModelName");
		assertThat(errors(order(Action.PROMOTE, Instances.SHADOW, custom("shadow", "fraud-v7", "ml.m5.xlarge", 1))))
			.containsExactly("desired-model-variants.not-allowed@/desiredModelVariants");
	}

	private static StopPlan plan(StopOrder order) {
		return StopPlan.of(DEFINITION, order);
	}

	private static StopOrder order(Action action, Instances instances, @Nullable JsonNode desired) {
		return new StopOrder(action, instances, desired, DesiredState.COMPLETED, "because");
	}

	private static List<String> errors(StopOrder order) {
		return Judges.errors(StopFindings.of(DEFINITION, order, Judges.of(Purpose.UPDATE)));
	}

	private static JsonNode custom(String name, String model, String type, int count) {
		return JsonNodeFactory.instance.arrayNode()
			.add(StopOrder.variant(name, model, type, JsonNodeFactory.instance.numberNode(count)));
	}

	private static String drawn(StopPlan plan) {
		return plan.rows()
			.stream()
			.map((row) -> "%s %s %s: %s, %s%s\n".formatted(row.variant(), row.model(), row.role(), row.before(),
					row.fate(), (row.after() != null) ? " on " + row.after() : ""))
			.collect(Collectors.joining());
	}

	private static JsonNode json(String text) {
		return JsonMapper.shared().readTree(text);
	}

}
