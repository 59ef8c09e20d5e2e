package dev.understudy.reliability;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

	/** Begins to measure what becomes of all that is unfinished now. */
	void killed(int replica) {
		this.kills.add(new Kill(replica, System.nanoTime(), this.records.unfinished()));
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

		private final int replica;

		private final long at;

		private final int hit;

		private final Map<UUID, Long> pending;

		private final List<Duration> recoveries = new ArrayList<>();

		Kill(int replica, long at, Map<UUID, Long> unfinished) {
			this.replica = replica;
			this.at = at;
			this.hit = unfinished.size();
			this.pending = new HashMap<>(unfinished);
		}

		private synchronized void movedOn(Map<UUID, Long> now) {
			Duration passed = Duration.ofNanos(System.nanoTime() - this.at);
			this.pending.entrySet().removeIf((one) -> {
				Long fence = now.get(one.getKey());
				boolean moved = fence == null || fence > one.getValue();
				if (moved) {
					this.recoveries.add(passed);
				}
				return moved;
			});
		}

		/** How many operations were unfinished. */
		int hit() {
			return this.hit;
		}

		int replica() {
			return this.replica;
		}

		synchronized boolean isOver() {
			return this.pending.isEmpty();
		}

		/** How long each operation took. */
		synchronized List<Duration> recoveries() {
			return List.copyOf(this.recoveries);
		}

		/** How long the slowest took; zero if nothing was unfinished. */
		synchronized Duration recovery() {
			return this.recoveries.stream().max(Duration::compareTo).orElse(Duration.ZERO);
		}

	}

}
