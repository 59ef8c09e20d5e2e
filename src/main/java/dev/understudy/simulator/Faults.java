package dev.understudy.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The faults that are waiting for a call, in the order they were asked for. They live in
 * memory only: a restart clears them.
 */
final class Faults {

	private final List<Fault> waiting = new ArrayList<>();

	private CountDownLatch cleared = new CountDownLatch(1);

	synchronized void add(Fault fault) {
		this.waiting.add(fault);
	}

	/** Takes the faults back, and lets the calls go on that one of them holds. */
	synchronized void clear() {
		this.waiting.clear();
		this.cleared.countDown();
		this.cleared = new CountDownLatch(1);
	}

	/** Opens with the next {@link #clear}; to be asked for before a fault is taken. */
	synchronized CountDownLatch cleared() {
		return this.cleared;
	}

	synchronized List<Fault> waiting() {
		return List.copyOf(this.waiting);
	}

	/** Takes the fault that meets this call, if there is one. */
	synchronized @Nullable Fault take(String operation, ObjectNode input) {
		for (int index = 0; index < this.waiting.size(); index++) {
			Fault fault = this.waiting.get(index);
			if (fault.meets(operation, input)) {
				Fault left = fault.used();
				if (left != null) {
					this.waiting.set(index, left);
				}
				else {
					this.waiting.remove(index);
				}
				return fault;
			}
		}
		return null;
	}

}
