package dev.understudy.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells whether what SageMaker shows may be our own doing.
 */
@Component
class Doings {

	/** A stop may take variants away. */
	private static final String VARIANTS = "ModelVariants";

	private static final String SCHEDULE = "Schedule";

	private final OperationStore store;

	private final JsonMapper json;

	Doings(OperationStore store, JsonMapper json) {
		this.store = store;
		this.json = json;
	}

	/**
	 * Whether requests of ours may be why members changed.
	 * @param experimentId whose
	 * @param since when nothing had changed yet
	 * @param members names of the members that changed
	 * @param now the definition as it is now
	 */
	boolean explain(UUID experimentId, Instant since, Collection<String> members, JsonNode now) {
		List<Operation> sent = this.store.sentSince(experimentId, since);
		return members.stream()
			.allMatch((member) -> sent.stream().anyMatch((it) -> explains(it, member, now.path(member))));
	}

	// A Create and a Delete change no member of what was seen.
	private boolean explains(Operation sent, String member, JsonNode now) {
		return switch (sent.type()) {
			case START -> member.equals(SCHEDULE);
			case STOP -> Set.of(SCHEDULE, VARIANTS, "ShadowModeConfig").contains(member);
			case UPDATE -> updates(sent, member, now);
			case CREATE, DELETE, TAG -> false;
		};
	}

	// A look may be older than the update or younger. Either way it shows what that had
	// seen or what it asked for.
	private boolean updates(Operation update, String member, JsonNode now) {
		JsonNode payload = this.json.readTree(update.payload());
		JsonNode asked = payload.path("asked").path(member);
		return !asked.isMissingNode()
				&& (isSame(member, asked, now) || isSame(member, payload.path("seen").path(member), now));
	}

	// Of a schedule only the times that are to change are carried.
	private static boolean isSame(String member, JsonNode value, JsonNode now) {
		return member.equals(SCHEDULE)
				? value.propertyNames().stream().allMatch((name) -> Members.isSame(value.path(name), now.path(name)))
				: Members.isSame(value, now);
	}

}
