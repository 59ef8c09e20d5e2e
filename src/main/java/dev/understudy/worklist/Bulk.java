package dev.understudy.worklist;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import dev.understudy.actor.Actor;
import dev.understudy.experiment.Experiments;
import dev.understudy.experiment.Labelling;
import dev.understudy.experiment.Lifecycle;
import dev.understudy.experiment.Selection;
import dev.understudy.shell.Words;
import dev.understudy.worklist.BulkRow.Result;

/**
 * Does one thing to many experiments: each in a transaction of its own, with its own
 * audit entry and what became of it, so that one that is refused holds up none of the
 * others, and what breaks off can be gone on with.
 */
@Service
public class Bulk {

	private final Selection selection;

	private final Experiments experiments;

	private final Lifecycle lifecycle;

	private final Labelling labelling;

	private final BulkStore store;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Bulk(Selection selection, Experiments experiments, Lifecycle lifecycle, Labelling labelling, BulkStore store,
			TransactionTemplate transaction, Clock clock) {
		this.selection = selection;
		this.experiments = experiments;
		this.lifecycle = lifecycle;
		this.labelling = labelling;
		this.store = store;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * Says what would become of each.
	 * @param order what to do
	 * @param ids which experiments; those that are not there are left out
	 * @return one for each, in that order
	 */
	public List<Prospect> look(BulkOrder order, List<UUID> ids) {
		return this.selection.of(ids).stream().map((it) -> Prospect.of(order, it)).toList();
	}

	/**
	 * Does it, to each after the other. Whoever asks again under the same id gets what
	 * came of it the first time; what that left undone is done now.
	 * @param run an id that the asker made up
	 * @param order what to do
	 * @param ids which experiments, 1 to {@link BulkRun#MOST}
	 * @param by who asks
	 * @throws IllegalArgumentException if they are too few or too many, or the order is
	 * not complete
	 * @throws UnknownBulkRunException if somebody else has asked under this id
	 */
	public void begin(UUID run, BulkOrder order, List<UUID> ids, Actor by) {
		if (ids.isEmpty() || ids.size() > BulkRun.MOST || !order.isComplete()) {
			throw new IllegalArgumentException("1 to %d experiments, and what to do".formatted(BulkRun.MOST));
		}
		this.transaction.executeWithoutResult(
				(status) -> this.store.add(run, by.name(), order, this.selection.of(ids), this.clock.instant()));
		goOn(run, by);
	}

	/**
	 * Does what is left to do.
	 * @param run what was begun
	 * @param by who began it
	 * @throws UnknownBulkRunException if they did not
	 */
	public void goOn(UUID run, Actor by) {
		BulkRun begun = get(run, by);
		begun.open().forEach((row) -> carry(begun, row, by));
	}

	/**
	 * What became of each.
	 * @param run what was begun
	 * @param by who began it
	 * @return the order with its rows
	 * @throws UnknownBulkRunException if they did not
	 */
	public BulkRun get(UUID run, Actor by) {
		return this.store.find(run, by.name()).orElseThrow(() -> new UnknownBulkRunException(run));
	}

	private void carry(BulkRun run, BulkRow row, Actor by) {
		try {
			this.transaction.executeWithoutResult((status) -> {
				if (this.store.isOpen(run.id(), row.position())) {
					this.store.close(run.id(), row.position(), act(run.order(), row.experimentId(), by));
				}
			});
		}
		catch (RuntimeException ex) {
			Words reason = Refusals.of(ex);
			this.transaction
				.executeWithoutResult((status) -> this.store.close(run.id(), row.position(), Result.refused(reason)));
		}
	}

	private Result act(BulkOrder order, UUID id, Actor by) {
		return switch (order.work()) {
			case DISCARD -> {
				this.experiments.discard(id, by);
				yield Result.DONE;
			}
			case STOP_DISCARD, STOP_KEEP -> Result.asked(this.lifecycle.stop(id, order.stop(), by));
			case TAG -> Result.asked(this.lifecycle.tag(id, order.add(), order.remove(), by));
			case LABEL -> {
				this.labelling.add(id, order.labels(), by);
				yield Result.DONE;
			}
		};
	}

}
