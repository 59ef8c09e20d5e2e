package dev.understudy.simulator;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * How often each operation was called since the start: calls that could be read, whether
 * they were carried out, refused or met a fault.
 */
final class Traffic {

	private final ConcurrentMap<String, Integer> calls = new ConcurrentHashMap<>();

	void called(String operation) {
		this.calls.merge(operation, 1, Integer::sum);
	}

	Map<String, Integer> calls() {
		return Map.copyOf(this.calls);
	}

}
