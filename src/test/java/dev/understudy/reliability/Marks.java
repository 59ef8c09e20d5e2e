package dev.understudy.reliability;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells by its content which operation a call was made for that SageMaker accepted: a
 * Create by its owner tag, a Stop by the mark in its reason, an Update by its
 * description, AddTags by a value. People in the campaign and the matrix give every
 * Update a description and every tag a value of its own. Start and Delete carry nothing:
 * for them it is any such call on the same experiment.
 */
final class Marks {

	static final String CREATE = "CreateInferenceExperiment";

	static final String START = "StartInferenceExperiment";

	static final String STOP = "StopInferenceExperiment";

	static final String UPDATE = "UpdateInferenceExperiment";

	static final String DELETE = "DeleteInferenceExperiment";

	static final String ADD_TAGS = "AddTags";

	static final String DELETE_TAGS = "DeleteTags";

	private static final Pattern STOPPED_FOR = Pattern.compile(".*\\[understudy ([0-9a-f-]{36})]");

	private Marks() {
	}

	/** Whether a call on the experiment of an operation was made for that operation. */
	static boolean isFor(Records.Row row, Accepted call) {
		return switch (row.type()) {
			case "create" -> call.is(CREATE) && row.id().toString().equals(call.owner());
			case "start" -> call.is(START);
			case "stop" -> row.id().toString().equals(stoppedFor(call).orElse(null));
			case "update" -> call.is(UPDATE) && description(row).equals(call.input().path("Description"));
			case "tag" -> call.is(ADD_TAGS) && row.asked()
				.path("add")
				.valueStream()
				.anyMatch((wanted) -> call.input().path("Tags").valueStream().anyMatch(wanted::equals));
			case "delete" -> call.is(DELETE);
			default -> throw new IllegalStateException("The oracle knows nothing of " + row.type());
		};
	}

	/** The operation that a Stop was sent for; empty for any other call. */
	static Optional<String> stoppedFor(Accepted call) {
		Matcher reason = STOPPED_FOR.matcher(call.input().path("Reason").asString(""));
		return (call.is(STOP) && reason.matches()) ? Optional.of(reason.group(1)) : Optional.empty();
	}

	/** Whether what was sent is what was asked for, as far as it can be compared. */
	static boolean isAsAsked(Records.Row row, Accepted call) {
		return switch (row.type()) {
			case "stop" -> row.asked()
				.propertyStream()
				.filter((member) -> !member.getKey().equals("Reason"))
				.allMatch((member) -> member.getValue().equals(call.input().path(member.getKey())));
			// Times are written otherwise on the wire.
			case "update" -> call.input()
				.propertyStream()
				.filter((member) -> !member.getKey().equals("Name") && !member.getKey().equals("Schedule"))
				.allMatch((member) -> member.getValue().equals(row.asked().path("asked").path(member.getKey())));
			case "create" -> plain(row.asked()).equals(plain(call.input()));
			default -> true;
		};
	}

	// Times are numbers on the wire, and delivery adds tags of its own.
	private static JsonNode plain(JsonNode definition) {
		ObjectNode plain = (ObjectNode) definition.deepCopy();
		if (plain.get("Schedule") instanceof ObjectNode schedule) {
			List.copyOf(schedule.propertyNames()).forEach((name) -> schedule.put(name, second(schedule.path(name))));
		}
		ArrayNode tags = plain.putArray("Tags");
		definition.path("Tags")
			.valueStream()
			.filter((tag) -> !tag.path("Key").asString().startsWith("understudy:"))
			.sorted(Comparator.comparing((JsonNode tag) -> tag.path("Key").asString()))
			.forEach(tags::add);
		return plain;
	}

	private static long second(JsonNode time) {
		return time.isNumber() ? time.asLong() : Instant.parse(time.stringValue()).getEpochSecond();
	}

	/**
	 * Whether every key that a tag operation was to remove, and that was there when it
	 * was asked for, was removed by somebody.
	 */
	static boolean isRemoved(Records.Row tag, List<Accepted> life) {
		JsonNode before = tag.asked().path("seen");
		return tag.asked()
			.path("remove")
			.valueStream()
			.filter((key) -> before.has(key.stringValue()))
			.allMatch((key) -> life.stream().anyMatch((it) -> it.is(DELETE_TAGS) && keys(it).anyMatch(key::equals)));
	}

	/** Whether one call sets something else where another had set something. */
	static boolean isOver(Accepted later, Accepted earlier) {
		if (earlier.is(UPDATE)) {
			return later.is(UPDATE) && !later.input().equals(earlier.input());
		}
		return earlier.is(ADD_TAGS) && earlier.input()
			.path("Tags")
			.valueStream()
			.anyMatch((tag) -> later.is(DELETE_TAGS) && keys(later).anyMatch(tag.path("Key")::equals)
					|| later.is(ADD_TAGS) && later.input()
						.path("Tags")
						.valueStream()
						.anyMatch((other) -> other.path("Key").equals(tag.path("Key")) && !other.equals(tag)));
	}

	private static Stream<JsonNode> keys(Accepted deletion) {
		return deletion.input().path("TagKeys").valueStream();
	}

	private static JsonNode description(Records.Row update) {
		JsonNode description = update.asked().at("/asked/Description");
		if (!description.isString()) {
			throw new IllegalStateException("An update without a description of its own: " + update);
		}
		return description;
	}

}
