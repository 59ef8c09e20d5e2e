package dev.understudy.reliability;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.TimeUnit;

/**
 * Watches the unfinished operations: tells when one has ended, and how long it took from
 * a kill until everything that was unfinished then had moved on, that is, had ended or
 * been claimed again.
 */
final class Ends implements AutoCloseable {

	private static final Duration OFTEN = Duration.ofMillis(150);

	private final Records records;

	private final Map<UUID, CompletableFuture<Void>> awaited = new ConcurrentHashMap<>();

	private final List<Kill> kills = new CopyOnWriteArrayList<>();

	private final Thread thread;

	private volatile boolean closed;

	private volatile int unfinished;

	Ends(Records records) {
		this.records = records;
		this.thread = Thread.ofPlatform().name("ends").start(this::watch);
	}

	/** Waits until an operation has ended. */
	void await(UUID operation, Duration atMost) throws InterruptedException, TimeoutException {
		try {
			this.awaited.computeIfAbsent(operation, (id) -> new CompletableFuture<>())
				.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (java.util.concurrent.ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
		finally {
			this.awaited.remove(operation);
		}
	}

	/** Waits until nothing is unfinished. */
	boolean awaitQuiet(Duration atMost) throws InterruptedException {
		long until = System.nanoTime() + atMost.toNanos();
		while (System.nanoTime() < until) {
			if (this.records.unfinished().isEmpty()) {
				return true;
			}
			Thread.sleep(OFTEN);
		}
		return false;
	}

	/**
	 * Begins to measure what becomes of all that is unfinished now, and apart from that
	 * of what the victim had in its hands.
	 * @param replica the name of the victim
	 */
	void killed(String replica) {
		long now = System.nanoTime();
		Set<UUID> picked = this.records.pickedBy(replica);
		// Its name outlives it: what it held when it was killed the last time may still
		// lie there.
		this.kills.forEach((earlier) -> picked.removeAll(earlier.left()));
		this.kills.add(new Kill(now, this.records.unfinished(), picked));
	}

	List<Kill> kills() {
		return List.copyOf(this.kills);
	}

	int unfinished() {
		return this.unfinished;
	}

	private void watch() {
		while (!this.closed) {
			// Asked before looking: what is asked for later may not be there yet.
			List<UUID> asked = new ArrayList<>(this.awaited.keySet());
			Map<UUID, Long> now = this.records.unfinished();
			this.unfinished = now.size();
			asked.stream().filter((id) -> !now.containsKey(id)).forEach(this::ended);
			this.kills.forEach((kill) -> kill.movedOn(now));
			try {
				Thread.sleep(OFTEN);
			}
			catch (InterruptedException ex) {
				return;
			}
		}
	}

	private void ended(UUID id) {
		CompletableFuture<Void> waiting = this.awaited.get(id);
		if (waiting != null) {
			waiting.complete(null);
		}
	}

	@Override
	public void close() {
		this.closed = true;
		this.thread.interrupt();
	}

	/**
	 * What became of the operations that were unfinished when a process was killed.
	 */
	static final class Kill {

		private final long at;

		private final Map<UUID, Long> pending;

		private final Set<UUID> held;

		private final Map<UUID, Duration> recoveries = new HashMap<>();

		Kill(long at, Map<UUID, Long> unfinished, Set<UUID> picked) {
			this.at = at;
			this.pending = new HashMap<>(unfinished);
			this.held = new HashSet<>(picked);
			this.held.retainAll(unfinished.keySet());
		}

		private synchronized void movedOn(Map<UUID, Long> now) {
			Duration passed = Duration.ofNanos(System.nanoTime() - this.at);
			this.pending.entrySet().removeIf((one) -> {
				Long fence = now.get(one.getKey());
				boolean moved = fence == null || fence > one.getValue();
				if (moved) {
					this.recoveries.put(one.getKey(), passed);
				}
				return moved;
			});
		}

		/** How many operations the victim had in its hands. */
		int held() {
			return this.held.size();
		}

		/** What of that lies there still. */
		synchronized Set<UUID> left() {
			Set<UUID> left = new HashSet<>(this.held);
			left.retainAll(this.pending.keySet());
			return left;
		}

		synchronized boolean isOver() {
			return this.pending.isEmpty();
		}

		/** How long each operation took that was unfinished, whoever had it. */
		synchronized List<Duration> all() {
			return List.copyOf(this.recoveries.values());
		}

		/** How long each of those took that the victim had in its hands. */
		synchronized List<Duration> ofHeld() {
			return this.held.stream().filter(this.recoveries::containsKey).map(this.recoveries::get).toList();
		}

	}

}
