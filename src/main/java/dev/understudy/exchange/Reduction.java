package dev.understudy.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import dev.understudy.definition.Draft;
import dev.understudy.exchange.Format.Purpose;
import dev.understudy.exchange.Remark.Kind;

/**
 * Takes out of a definition what must not, or cannot, be exported, and says so.
 */
final class Reduction {

	private static final String DYNAMIC_REFERENCE = "{{resolve:";

	private final Draft draft;

	private final ObjectNode definition;

	private final List<Remark> remarks = new ArrayList<>();

	private Reduction(Draft draft) {
		this.draft = draft;
		this.definition = draft.document();
	}

	static Reduction of(Draft draft, Purpose purpose, Instant now) {
		Reduction reduction = new Reduction(draft);
		reduction.reservedTags();
		if (purpose != Purpose.TELLS) {
			reduction.pastTimes(now);
		}
		if (purpose == Purpose.DECLARES) {
			reduction.fitToSchema();
		}
		return reduction;
	}

	ObjectNode definition() {
		return this.definition;
	}

	List<Remark> remarks() {
		return this.remarks;
	}

	private void reservedTags() {
		List<String> keys = new ArrayList<>();
		if (this.definition.get("Tags") instanceof ArrayNode tags) {
			for (int i = tags.size() - 1; i >= 0; i--) {
				String key = tags.path(i).path("Key").asString("");
				if (ReservedTags.isReserved(key)) {
					keys.addFirst(key);
					tags.remove(i);
				}
			}
			if (tags.isEmpty()) {
				this.definition.remove("Tags");
			}
		}
		remark(Kind.RESERVED_TAGS, keys);
	}

	/** What is over cannot be asked for. Without an end, a test ends after 7 days. */
	private void pastTimes(Instant now) {
		Optional<Instant> end = this.draft.endTime().filter((time) -> !time.isAfter(now));
		Optional<Instant> start = this.draft.startTime().filter((time) -> !time.isAfter(now));
		if (end.isPresent()) {
			this.definition.remove("Schedule");
			this.remarks.add(Remark.of(Kind.PAST_END, end.orElseThrow().toString()));
		}
		else if (start.isPresent() && this.definition.get("Schedule") instanceof ObjectNode schedule) {
			schedule.remove("StartTime");
			if (schedule.isEmpty()) {
				this.definition.remove("Schedule");
			}
			this.remarks.add(Remark.of(Kind.PAST_START, start.orElseThrow().toString()));
		}
	}

	private void fitToSchema() {
		remark(Kind.NOT_IN_SCHEMA, CloudFormationSchema.keepKnown(this.definition));
		if (this.definition.path("Description").asString("-").isEmpty()) {
			this.definition.remove("Description");
			this.remarks.add(Remark.of(Kind.EMPTY_DESCRIPTION));
		}
		if (this.definition.get("Schedule") instanceof ObjectNode schedule) {
			asText(schedule, "StartTime", this.draft.startTime());
			asText(schedule, "EndTime", this.draft.endTime());
		}
		List<String> names = List.copyOf(this.definition.propertyNames())
			.stream()
			.filter((name) -> refers(this.definition.path(name)))
			.toList();
		this.definition.remove(names);
		remark(Kind.DYNAMIC_REFERENCE, names);
	}

	/** The schema has text where the API also takes seconds since 1970. */
	private static void asText(ObjectNode schedule, String name, Optional<Instant> time) {
		if (schedule.path(name).isNumber()) {
			time.ifPresent((moment) -> schedule.put(name, moment.toString()));
		}
	}

	private static boolean refers(JsonNode value) {
		return value.isContainer() ? value.valueStream().anyMatch(Reduction::refers)
				: value.asString("").contains(DYNAMIC_REFERENCE);
	}

	private void remark(Kind kind, List<String> names) {
		if (!names.isEmpty()) {
			this.remarks.add(Remark.of(kind, Excerpt.of(String.join(", ", names))));
		}
	}

}
