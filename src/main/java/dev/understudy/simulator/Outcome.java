package dev.understudy.simulator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a Stop makes of the endpoint: each variant promoted, retained where it stands, or
 * removed.
 *
 * @param status how the experiment ends
 * @param production the production variants afterwards
 * @param shadows the shadow variants afterwards
 */
record Outcome(Status status, List<ObjectNode> production, List<ObjectNode> shadows) {

	static Outcome of(Experiment experiment, ObjectNode stop) {
		Variants variants = experiment.variants();
		List<ObjectNode> production = new ArrayList<>();
		List<ObjectNode> shadows = new ArrayList<>();
		for (ObjectNode variant : variants.all()) {
			String name = Json.require(variant, "VariantName");
			boolean serves = name.equals(variants.source());
			String action = action(name, serves, stop);
			ObjectNode desired = desired(variant, name, stop);
			if (action.equals("Promote") || (action.equals("Retain") && serves)) {
				production.add(Variants.hosted(desired, BigDecimal.ONE));
			}
			else if (action.equals("Retain")) {
				shadows.add(Variants.hosted(desired, variants.sampling()));
			}
		}
		String state = Json.text(stop, "DesiredState");
		return new Outcome((state != null) ? Status.of(state) : Status.COMPLETED, production, shadows);
	}

	/** Assumed: a variant the request does not name stays if it serves, goes if not. */
	private static String action(String variant, boolean serves, ObjectNode stop) {
		JsonNode actions = stop.path("ModelVariantActions");
		String action = Json.text(actions, variant);
		if (action != null) {
			return action;
		}
		boolean promotes = actions.values().stream().anyMatch((each) -> each.asString().equals("Promote"));
		return (serves && !promotes) ? "Retain" : "Remove";
	}

	private static ObjectNode desired(ObjectNode variant, String name, ObjectNode stop) {
		return Json.objects(stop, "DesiredModelVariants")
			.stream()
			.filter((wanted) -> name.equals(Json.text(wanted, "VariantName")))
			.findFirst()
			.orElse(variant);
	}

}
