package dev.understudy.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import dev.understudy.definition.Draft;
import dev.understudy.definition.Finding;
import dev.understudy.delivery.NewOperation;

/**
 * What is wrong or risky about an order to stop (AWS API: StopInferenceExperiment).
 */
final class StopFindings {

	private static final String REASON = "/reason";

	private static final String DESIRED = "/desiredModelVariants";

	private static final String VARIANTS = "/ModelVariants";

	/** A line break matches no dot. */
	private static final Pattern ONE_LINE = Pattern.compile(".*");

	private final Draft known;

	private final StopOrder order;

	private final List<Finding> findings = new ArrayList<>();

	private StopFindings(Draft known, StopOrder order) {
		this.known = known;
		this.order = order;
	}

	static List<Finding> of(Draft known, StopOrder order, Judge judge) {
		StopFindings found = new StopFindings(known, order);
		found.reason((order.reason() != null) ? order.reason().strip() : "");
		found.desired(order.desiredModelVariants(), judge);
		return List.copyOf(found.findings);
	}

	private void reason(String reason) {
		int length = reason.codePointCount(0, reason.length());
		if (reason.isEmpty() && this.order.action() == StopOrder.Action.PROMOTE) {
			error(REASON, "reason.required", Map.of());
		}
		if (length > NewOperation.LONGEST_REASON) {
			error(REASON, "reason.too-long", Map.of("max", NewOperation.LONGEST_REASON, "length", length));
		}
		if (!ONE_LINE.matcher(reason).matches()) {
			error(REASON, "reason.pattern", Map.of());
		}
	}

	private void desired(@Nullable JsonNode desired, Judge judge) {
		boolean given = desired != null && !desired.isNull() && !(desired.isArray() && desired.isEmpty());
		if (this.order.instances() != StopOrder.Instances.CUSTOM) {
			if (given) {
				error(DESIRED, "desired-model-variants.not-allowed", Map.of());
			}
		}
		else if (desired == null || !given) {
			error(DESIRED, "desired-model-variants.required", Map.of());
		}
		else {
			Draft alone = Draft.of(JsonNodeFactory.instance.objectNode().set(VARIANTS.substring(1), desired));
			judge.judge(alone, VARIANTS, DESIRED).forEach(this.findings::add);
			compare(alone);
		}
	}

	private void compare(Draft desired) {
		Map<String, StopPlan.Row> rows = StopPlan.of(this.known, this.order)
			.rows()
			.stream()
			.collect(Collectors.toMap(StopPlan.Row::variant, Function.identity(), (first, second) -> first));
		for (int i = 0; i < desired.at(VARIANTS).size(); i++) {
			String name = desired.text("%s/%d/VariantName".formatted(VARIANTS, i)).orElse(null);
			if (name != null) {
				String model = desired.text("%s/%d/ModelName".formatted(VARIANTS, i)).orElse("");
				compare(rows.get(name), name, model, "%s/%d".formatted(DESIRED, i));
			}
		}
	}

	private void compare(StopPlan.@Nullable Row row, String name, String model, String pointer) {
		if (row == null) {
			error(pointer + "/VariantName", "desired-model-variants.unknown", Map.of("name", name));
		}
		else if (row.fate() == StopPlan.Fate.REMOVED) {
			error(pointer + "/VariantName", "desired-model-variants.removed", Map.of("name", name));
		}
		else if (!model.isEmpty() && !model.equals(row.model())) {
			error(pointer + "/ModelName", "desired-model-variants.other-model",
					Map.of("name", name, "model", row.model()));
		}
	}

	private void error(String pointer, String rule, Map<String, ?> values) {
		this.findings.add(Finding.error(pointer, rule, values));
	}

}
