package dev.understudy.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
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

	/** A Create is left out: what it made was seen before anything changed. */
	private static final Set<OperationType> ANY_EFFECT = EnumSet.of(OperationType.START, OperationType.STOP,
			OperationType.DELETE);

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
		List<Operation> updates = sent.stream().filter((it) -> it.type() == OperationType.UPDATE).toList();
		return sent.stream().anyMatch((it) -> ANY_EFFECT.contains(it.type())) || members.stream()
			.allMatch((member) -> updates.stream().anyMatch((it) -> explains(it, member, now.path(member))));
	}

	// A look may be older than the update or younger. Either way it shows what that had
	// seen or what it asked for.
	private boolean explains(Operation update, String member, JsonNode now) {
		JsonNode payload = this.json.readTree(update.payload());
		JsonNode asked = payload.path("asked").path(member);
		return !asked.isMissingNode()
				&& (isSame(member, asked, now) || isSame(member, payload.path("seen").path(member), now));
	}

	// Of a schedule only the times that are to change are carried.
	private static boolean isSame(String member, JsonNode value, JsonNode now) {
		return member.equals("Schedule")
				? value.propertyNames().stream().allMatch((name) -> Members.isSame(value.path(name), now.path(name)))
				: Members.isSame(value, now);
	}

}
