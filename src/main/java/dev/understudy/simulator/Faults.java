package dev.understudy.simulator;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The faults that are waiting for a call, in the order they were asked for. They live in
 * memory only: a restart clears them.
 */
final class Faults {

	private final List<Fault> waiting = new ArrayList<>();

	synchronized void add(Fault fault) {
		this.waiting.add(fault);
	}

	synchronized void clear() {
		this.waiting.clear();
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
