package dev.understudy.experiment.web;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

import dev.understudy.definition.Draft;
import dev.understudy.experiment.StopOrder;
import dev.understudy.experiment.StopOrder.Action;
import dev.understudy.experiment.StopOrder.DesiredState;
import dev.understudy.experiment.StopOrder.Instances;
import dev.understudy.experiment.StopPlan;

/**
 * A decision as a browser sends it.
 *
 * @param action what becomes of the variants; blank until somebody has chosen
 * @param instances what they run on afterwards
 * @param hosting with custom instances, what each variant runs on
 * @param state the status to end with
 * @param reason why
 * @param confirmation the endpoint's name, where production changes
 */
record StopForm(@Nullable String action, @Nullable String instances, List<HostingRow> hosting, @Nullable String state,
		@Nullable String reason, @Nullable String confirmation) {

	private static final Pattern WHOLE = Pattern.compile("0|[1-9][0-9]{0,8}");

	StopForm {
		hosting = (hosting != null) ? hosting.stream().filter(Objects::nonNull).toList() : List.of();
	}

	/** The form before anything was chosen. */
	static StopForm blank() {
		return new StopForm(null, Instances.PRODUCTION.id(), List.of(), DesiredState.COMPLETED.status(), null, null);
	}

	/** The form as an earlier stop was asked for. */
	static StopForm of(Draft request) {
		JsonNode actions = request.at("/ModelVariantActions");
		String action = isAny(actions, "Promote") ? "promote" : isAny(actions, "Remove") ? "discard" : "keep";
		boolean custom = !request.at("/DesiredModelVariants").isMissingNode();
		return new StopForm(action, (custom ? Instances.CUSTOM : Instances.PRODUCTION).id(),
				request.at("/DesiredModelVariants").valueStream().map(StopForm::row).toList(),
				request.text("/DesiredState").orElse(DesiredState.COMPLETED.status()),
				request.text("/Reason").orElse(null), null);
	}

	private static boolean isAny(JsonNode actions, String sign) {
		return actions.valueStream().anyMatch((it) -> sign.equals(it.asString("")));
	}

	private static HostingRow row(JsonNode variant) {
		JsonNode config = variant.at("/InfrastructureConfig/RealTimeInferenceConfig");
		return new HostingRow(variant.path("VariantName").asString(""), config.path("InstanceType").asString(""),
				config.path("InstanceCount").asString(""));
	}

	/** The form with a row for each variant that can be given instances. */
	StopForm withRows(Draft known) {
		List<HostingRow> rows = known.at(FormReading.VARIANTS)
			.valueStream()
			.map(StopForm::row)
			.map(this::typed)
			.toList();
		return new StopForm(this.action, this.instances, rows, this.state, this.reason, this.confirmation);
	}

	private HostingRow typed(HostingRow known) {
		return this.hosting.stream()
			.filter((it) -> Objects.equals(it.variant(), known.variant()))
			.findFirst()
			.orElse(known);
	}

	/** What was chosen to become of the variants. */
	Optional<Action> chosen() {
		return Arrays.stream(Action.values()).filter((it) -> it.id().equals(this.action)).findFirst();
	}

	/** What the form orders, as if the action was this. */
	StopOrder order(Action action, Draft known) {
		Instances chosen = Arrays.stream(Instances.values())
			.filter((it) -> it.id().equals(this.instances))
			.findFirst()
			.orElse(Instances.PRODUCTION);
		DesiredState ends = Arrays.stream(DesiredState.values())
			.filter((it) -> it.status().equals(this.state))
			.findFirst()
			.orElse(DesiredState.COMPLETED);
		String why = Texts.isBlank(this.reason) ? null : Texts.orEmpty(this.reason).strip();
		return new StopOrder(action, chosen, (chosen == Instances.CUSTOM) ? desired(action, known) : null, ends, why);
	}

	/** Only what stays needs instances. */
	private ArrayNode desired(Action action, Draft known) {
		ArrayNode desired = JsonNodeFactory.instance.arrayNode();
		StopPlan.of(known, StopOrder.of(action, null))
			.rows()
			.stream()
			.filter((row) -> row.fate() != StopPlan.Fate.REMOVED)
			.forEach((row) -> this.hosting.stream()
				.filter((it) -> row.variant().equals(it.variant()))
				.findFirst()
				.ifPresent((it) -> desired.add(StopOrder.variant(row.variant(), row.model(),
						Texts.orEmpty(it.instanceType()).strip(), count(it)))));
		return desired;
	}

	/** A whole number as one, so that what was left as it is equals what is known. */
	private static JsonNode count(HostingRow row) {
		String typed = Texts.orEmpty(row.instanceCount()).strip();
		return WHOLE.matcher(typed).matches() ? JsonNodeFactory.instance.numberNode(Integer.parseInt(typed))
				: JsonNodeFactory.instance.stringNode(typed);
	}

	/** The row that a variant of an order was typed into. */
	int row(@Nullable String variant) {
		for (int i = 0; i < this.hosting.size(); i++) {
			if (Objects.equals(this.hosting.get(i).variant(), variant)) {
				return i;
			}
		}
		return -1;
	}

}
