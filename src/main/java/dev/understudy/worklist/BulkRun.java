package dev.understudy.worklist;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One thing asked for many experiments at once.
 *
 * @param id its id, which whoever asks makes up, so that asking twice is asking once
 * @param actor who asked
 * @param order what for
 * @param begunAt when
 * @param rows what became of each, in the order they were picked
 */
public record BulkRun(UUID id, String actor, BulkOrder order, Instant begunAt, List<BulkRow> rows) {

	/** Most experiments at once. */
	public static final int MOST = 100;

	public BulkRun {
		rows = List.copyOf(rows);
	}

	/**
	 * How many ended so.
	 * @param outcome an outcome
	 * @return their number
	 */
	public long count(BulkRow.Outcome outcome) {
		return this.rows.stream().filter((row) -> row.outcome() == outcome).count();
	}

	/**
	 * Those whose turn has not come, because something broke off.
	 * @return none where all was well
	 */
	public List<BulkRow> open() {
		return this.rows.stream().filter((row) -> row.outcome() == null).toList();
	}

}
