package dev.understudy.delivery.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.understudy.definition.DefinitionDiff;
import dev.understudy.definition.Draft;
import dev.understudy.delivery.Operation;

/**
 * What an operation is to do, read from what it carries.
 *
 * @param sentence message that says it
 * @param names what is put into the message
 * @param lines what changes, from what to what
 * @param reason the reason a person gave
 */
record Asked(String sentence, List<String> names, List<Line> lines, @Nullable String reason) {

	/** Whether it is known of anything what it was before. */
	public boolean isChange() {
		return this.lines.stream().anyMatch((line) -> line.before() != null);
	}

	static Asked of(Operation operation) {
		Draft payload = Draft.parse(operation.payload());
		return switch (operation.type()) {
			case CREATE -> simple("create", operation.name(), payload.endpointName().orElse(""),
					payload.samplingPercentage().map(String::valueOf).orElse(""));
			case START -> simple("start", operation.name());
			case DELETE -> simple("delete", operation.name());
			case STOP -> stop(payload);
			case UPDATE -> new Asked("delivery.asked.update", List.of(operation.name()), update(payload), null);
			case TAG -> new Asked("delivery.asked.tag", List.of(operation.name()), tags(payload), null);
		};
	}

	private static Asked simple(String what, String... names) {
		return new Asked("delivery.asked." + what, List.of(names), List.of(), null);
	}

	private static Asked stop(Draft payload) {
		Map<String, String> actions = new LinkedHashMap<>();
		payload.at("/ModelVariantActions")
			.properties()
			.forEach((it) -> actions.put(it.getKey(), it.getValue().asString("")));
		List<Line> lines = new ArrayList<>();
		payload.at("/DesiredModelVariants").forEach((variant) -> lines.add(desired(variant)));
		payload.text("/DesiredState").ifPresent((state) -> lines.add(Line.of("/DesiredState", null, state)));
		String kind = actions.containsValue("Promote") ? "promote"
				: actions.containsValue("Remove") ? "discard" : "keep";
		String first = kind.equals("promote") ? "Promote" : "Retain";
		return new Asked("delivery.asked.stop." + kind, List.of(named(actions, first), named(actions, "Remove")), lines,
				payload.text("/Reason").orElse(null));
	}

	private static String named(Map<String, String> actions, String action) {
		return actions.entrySet()
			.stream()
			.filter((it) -> it.getValue().equals(action))
			.map(Map.Entry::getKey)
			.collect(Collectors.joining(", "));
	}

	private static Line desired(JsonNode variant) {
		JsonNode config = variant.at("/InfrastructureConfig/RealTimeInferenceConfig");
		return new Line(variant.path("VariantName").asString(""), null, null, "%s × %s"
			.formatted(config.path("InstanceCount").asString(""), config.path("InstanceType").asString("")));
	}

	private static List<Line> update(Draft payload) {
		return DefinitionDiff.between(part(payload, "seen"), part(payload, "asked"))
			.stream()
			.map((it) -> Line.of(it.pointer(), text(it.before()), text(it.after())))
			.toList();
	}

	private static Draft part(Draft payload, String name) {
		JsonNode part = payload.at("/" + name);
		return part.isObject() ? Draft.of(part) : Draft.empty();
	}

	private static List<Line> tags(Draft payload) {
		JsonNode seen = payload.at("/seen");
		List<Line> lines = new ArrayList<>();
		payload.at("/add").forEach((tag) -> {
			String key = tag.path("Key").asString("");
			lines.add(new Line(key, null, text(seen.get(key)), tag.path("Value").asString("")));
		});
		payload.at("/remove").forEach((key) -> {
			String name = key.asString("");
			lines.add(new Line(name, null, text(seen.get(name)), null));
		});
		return lines;
	}

	static @Nullable String text(@Nullable JsonNode value) {
		return (value == null) ? null : value.isString() ? value.stringValue() : value.toString();
	}

	/**
	 * One value.
	 *
	 * @param name what it is called
	 * @param label message of its name, where it has one
	 * @param before what it was; absent for nothing
	 * @param after what it is to be; absent for nothing
	 */
	record Line(String name, @Nullable String label, @Nullable String before, @Nullable String after) {

		static Line of(String pointer, @Nullable String before, @Nullable String after) {
			return new Line(pointer, Member.label(pointer), before, after);
		}

	}

}
