package dev.understudy.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Every gate there is.
 */
@Component
class Gates {

	private final List<BeforeSending> gates;

	Gates(ObjectProvider<BeforeSending> gates) {
		this.gates = gates.orderedStream().toList();
	}

	/**
	 * The gate that decides: one that is closed for good before one that is only paused.
	 */
	@Nullable ClosedGate closed(Operation operation, Instant now) {
		List<ClosedGate> closed = this.gates.stream()
			.map((gate) -> gate.inspect(operation, now))
			.flatMap(Optional::stream)
			.toList();
		return closed.stream()
			.filter((gate) -> !gate.paused())
			.findFirst()
			.or(() -> closed.stream().findFirst())
			.orElse(null);
	}

}
