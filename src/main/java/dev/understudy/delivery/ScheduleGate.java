package dev.understudy.delivery;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.understudy.definition.Definition;
import dev.understudy.definition.Draft;

/**
 * The schedule must still make sense: a start that passed in the queue goes back to a
 * person, because nobody knows what AWS makes of it.
 */
@Component
class ScheduleGate implements BeforeSending {

	private final DeliveryProperties properties;

	ScheduleGate(DeliveryProperties properties) {
		this.properties = properties;
	}

	@Override
	public Optional<ClosedGate> inspect(Operation operation, Instant now) {
		return switch (operation.type()) {
			case CREATE -> unsuitable(Definition.thaw(operation.payload()).schedule(), now);
			case UPDATE -> passed(Draft.parse(operation.payload()), now);
			case START, STOP, DELETE, TAG -> Optional.empty();
		};
	}

	private Optional<ClosedGate> unsuitable(Definition.@Nullable Schedule schedule, Instant now) {
		if (schedule == null) {
			return Optional.empty();
		}
		if (schedule.start() != null && schedule.start().isBefore(now.minus(this.properties.lateStart()))) {
			return Optional
				.of(new ClosedGate("start-passed", Sentences.say("gate.start-passed", schedule.start()), false));
		}
		if (schedule.end() != null && schedule.end().isBefore(now.plus(this.properties.earlyEnd()))) {
			return Optional.of(new ClosedGate("end-too-close",
					Sentences.say("gate.end-too-close", schedule.end(), this.properties.earlyEnd().toMinutes()),
					false));
		}
		return Optional.empty();
	}

	private static Optional<ClosedGate> passed(Draft payload, Instant now) {
		Optional<Instant> start = payload.time("/asked/Schedule/StartTime").filter((it) -> it.isBefore(now));
		Optional<Instant> end = payload.time("/asked/Schedule/EndTime").filter((it) -> it.isBefore(now));
		return start.map((it) -> new ClosedGate("start-passed", Sentences.say("gate.start-passed", it), false))
			.or(() -> end.map((it) -> new ClosedGate("end-passed", Sentences.say("gate.end-passed", it), false)));
	}

}
