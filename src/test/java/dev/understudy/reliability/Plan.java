package dev.understudy.reliability;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Weather made to order: what befalls the next calls of an operation on an experiment.
 */
final class Plan implements Wire.Weather {

	private final Map<String, Deque<Trouble>> planned = new ConcurrentHashMap<>();

	/** Lets troubles befall the next calls, one each. */
	void add(String operation, String name, List<Trouble> troubles) {
		this.planned.merge(operation + " " + name, new ArrayDeque<>(troubles), (first, then) -> {
			first.addAll(then);
			return first;
		});
	}

	/** Whether everything that was ordered has come to pass. */
	boolean isOver(String operation, String name) {
		Deque<Trouble> left = this.planned.getOrDefault(operation + " " + name, new ArrayDeque<>());
		synchronized (left) {
			return left.isEmpty();
		}
	}

	@Override
	public Trouble over(WireCall call) {
		Deque<Trouble> left = this.planned.getOrDefault(call.operation() + " " + call.name(), new ArrayDeque<>());
		synchronized (left) {
			return left.isEmpty() ? Trouble.NONE : left.removeFirst();
		}
	}

}
