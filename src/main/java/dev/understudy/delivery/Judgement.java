package dev.understudy.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import dev.understudy.delivery.OperationRows.ClaimedRow;

/**
 * Gathers what a decision rests on, within the transaction that carries it out, and
 * decides.
 */
@Component
class Judgement {

	private final AttemptStore attempts;

	private final Gates gates;

	private final JsonMapper json;

	private final Settling settling;

	private final CreateDecisions creates;

	private final ChangeDecisions changes;

	Judgement(AttemptStore attempts, Gates gates, JsonMapper json, DeliveryProperties properties) {
		this.attempts = attempts;
		this.gates = gates;
		this.json = json;
		this.settling = new Settling(properties.settle(), properties.inUse());
		Obstacles obstacles = new Obstacles(properties.attempts());
		this.creates = new CreateDecisions(this.settling, obstacles);
		this.changes = new ChangeDecisions(this.settling, obstacles, properties.missingFor());
	}

	/**
	 * Decides.
	 * @param row the locked row
	 * @param attempts its attempts
	 * @param seen what the look showed
	 * @param lookedAt the database's time before that look
	 * @param now the database's time
	 * @return what to do next
	 */
	Judged judge(ClaimedRow row, List<Attempt> attempts, Observation seen, Instant lookedAt, Instant now) {
		Operation operation = row.operation();
		@Nullable ClosedGate gate = this.gates.closed(operation, now);
		@Nullable Subject subject = operation.subject();
		if (subject == null) {
			CreateRow create = CreateRow.of(operation, row.choice(), gate, attempts);
			return new Judged(this.creates.decide(create, seen, lookedAt), null);
		}
		ChangeRow change = change(row, subject, gate, attempts, lookedAt);
		return new Judged(this.changes.decide(change, seen, lookedAt),
				ChangeDecisions.missingSince(change, seen, lookedAt, now));
	}

	private ChangeRow change(ClaimedRow row, Subject subject, @Nullable ClosedGate gate, List<Attempt> attempts,
			Instant lookedAt) {
		Operation operation = row.operation();
		return new ChangeRow(operation.id(), operation.type(), operation.name(), subject,
				this.json.readTree(operation.payload()), operation.cancelAsked(), gate, operation.notAfter(), attempts,
				row.missingSince(),
				this.attempts.createSent(operation.experimentId())
					.map((sent) -> sent.plus(this.settling.settle()))
					.orElse(null),
				othersOpenUntil(operation, lookedAt));
	}

	private @Nullable Instant othersOpenUntil(Operation operation, Instant now) {
		return this.attempts.ofOthers(operation, now.minus(this.settling.settle()))
			.stream()
			.map((it) -> this.settling.showsBy(it, now))
			.flatMap(Optional::stream)
			.max(Instant::compareTo)
			.orElse(null);
	}

	/**
	 * A decision, and what is to be remembered with it.
	 *
	 * @param decision what to do next
	 * @param missingSince since when the shadow test is missing; absent while it is not
	 */
	record Judged(Decision decision, @Nullable Instant missingSince) {

	}

}
