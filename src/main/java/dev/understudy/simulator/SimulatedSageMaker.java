package dev.understudy.simulator;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import tools.jackson.databind.node.ObjectNode;

/**
 * The simulated SageMaker: carries operations out one at a time, and remembers each one
 * that changed something before it answers.
 */
final class SimulatedSageMaker implements Closeable {

	private final ReentrantLock lock = new ReentrantLock();

	private final Operations operations = new Operations();

	private final Arns arns;

	private final Journal journal;

	private final SimulatorClock clock;

	private World world;

	private Hindsight past;

	SimulatedSageMaker(Settings settings, Journal journal, SimulatorClock clock) {
		this.arns = settings.arns();
		this.journal = journal;
		this.clock = clock;
		this.past = new Hindsight(new World(this.arns));
		this.world = replay();
		this.clock.offset(this.world.clockOffset());
		if (!this.world.settings().equals(settings)) {
			record(Operations.CONFIGURE, settings.toInput());
		}
	}

	/**
	 * Carries one operation out.
	 * @param operation its name
	 * @param input the request, valid by shape
	 * @param requestId the id the client is given
	 * @return the answer
	 * @throws AwsException when SageMaker refuses
	 */
	ObjectNode call(String operation, ObjectNode input, String requestId) {
		return locked(() -> carryOut(new Entry(this.clock.now(), operation, requestId, input)));
	}

	/** Does what no client can ask for, under a request id of its own. */
	ObjectNode record(String operation, ObjectNode input) {
		return call(operation, input, UUID.randomUUID().toString());
	}

	/** Answers a read as it would have been answered so long ago. */
	ObjectNode callInThePast(String operation, ObjectNode input, Duration ago) {
		return locked(() -> {
			Instant then = this.clock.now().minus(ago);
			if (this.past.isBeyond(then)) {
				this.past = new Hindsight(new World(this.arns));
			}
			World before = this.past.at(then, this.journal.entries(), this::repeat);
			before.lifecycle().advanceTo(then);
			return this.operations.get(operation).apply(before, input, then);
		});
	}

	/** Whether AWS's clients can call an operation of this name. */
	boolean knows(String operation) {
		return this.operations.knows(operation);
	}

	boolean changes(String operation) {
		return this.operations.changes(operation);
	}

	List<Entry> entries() {
		return locked(this.journal::entries);
	}

	Instant now() {
		return this.clock.now();
	}

	/** Moves the clock forward; it never goes back. */
	Instant advance(Duration by) {
		if (by.isNegative()) {
			throw new IllegalArgumentException("The clock only moves forward");
		}
		return locked(() -> {
			Duration offset = this.clock.offset().plus(by);
			record(Operations.MOVE_CLOCK, Json.object().put("OffsetMillis", offset.toMillis()));
			this.clock.offset(offset);
			return this.clock.now();
		});
	}

	@Override
	public void close() throws IOException {
		this.journal.close();
	}

	private ObjectNode carryOut(Entry entry) {
		this.world.lifecycle().advanceTo(entry.at());
		ObjectNode answer = this.operations.get(entry.operation()).apply(this.world, entry.input(), entry.at());
		if (this.operations.changes(entry.operation())) {
			remember(entry);
		}
		return answer;
	}

	/** What could not be written did not happen: the world goes back to the journal. */
	private void remember(Entry entry) {
		try {
			this.journal.append(entry);
		}
		catch (RuntimeException ex) {
			this.world = replay();
			throw ex;
		}
	}

	private World replay() {
		return new Hindsight(new World(this.arns)).at(Instant.MAX, this.journal.entries(), this::repeat);
	}

	private void repeat(Entry entry, int number, World replayed) {
		try {
			replayed.lifecycle().advanceTo(entry.at());
			this.operations.get(entry.operation()).apply(replayed, entry.input(), entry.at());
		}
		catch (RuntimeException ex) {
			throw new IllegalStateException(
					"Entry %d (%s at %s) of %s cannot be repeated; move the file away to begin anew: %s"
						.formatted(number, entry.operation(), entry.at(), this.journal.file(), ex.getMessage()),
					ex);
		}
	}

	private <T> T locked(Supplier<T> action) {
		this.lock.lock();
		try {
			return action.get();
		}
		finally {
			this.lock.unlock();
		}
	}

}
