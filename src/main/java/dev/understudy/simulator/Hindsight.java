package dev.understudy.simulator;

import java.time.Instant;
import java.util.List;

/**
 * The world as it was at a moment. It goes along with whoever looks back, so that a look
 * repeats only what came since the last one, however long the journal is.
 */
final class Hindsight {

	private final World world;

	private Instant reached = Instant.MIN;

	private int repeated;

	Hindsight(World world) {
		this.world = world;
	}

	/** Whether it has gone too far already: it never goes back. */
	boolean isBeyond(Instant moment) {
		return moment.isBefore(this.reached);
	}

	/**
	 * Goes on to a moment.
	 * @param entries the whole journal, in the order of time
	 * @param repetition repeats one entry
	 */
	World at(Instant moment, List<Entry> entries, Repetition repetition) {
		while (this.repeated < entries.size() && !entries.get(this.repeated).at().isAfter(moment)) {
			Entry entry = entries.get(this.repeated++);
			repetition.repeat(entry, this.repeated, this.world);
		}
		this.reached = moment;
		return this.world;
	}

	/** Repeats an entry of a journal in a world. */
	@FunctionalInterface
	interface Repetition {

		void repeat(Entry entry, int number, World world);

	}

}
