package dev.understudy.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

import dev.understudy.cost.Price.Place;

/**
 * What loading a table would change.
 *
 * @param added prices for what had none
 * @param changed prices that say something else than before
 * @param removed prices that would be gone
 * @param same how many stay as they are
 * @param before how the changed and removed ones are now
 */
public record PriceChange(List<Price> added, List<Price> changed, List<Price> removed, int same, List<Price> before) {

	public PriceChange {
		added = List.copyOf(added);
		changed = List.copyOf(changed);
		removed = List.copyOf(removed);
		before = List.copyOf(before);
	}

	static PriceChange between(List<Price> current, List<Price> loaded, Loading loading) {
		SequencedMap<Place, Price> old = new TreeMap<>();
		current.forEach((price) -> old.put(price.place(), price));
		List<Price> added = new ArrayList<>();
		List<Price> changed = new ArrayList<>();
		List<Price> before = new ArrayList<>();
		int same = 0;
		for (Price price : loaded) {
			Price was = old.remove(price.place());
			if (was == null) {
				added.add(price);
			}
			else if (was.saysSame(price)) {
				same++;
			}
			else {
				changed.add(price);
				before.add(was);
			}
		}
		List<Price> removed = (loading == Loading.REPLACE) ? List.copyOf(old.values()) : List.of();
		before.addAll(removed);
		return new PriceChange(added, changed, removed, same + ((loading == Loading.ADD) ? old.size() : 0), before);
	}

	/**
	 * Whether nothing would change.
	 * @return true if so
	 */
	public boolean isNothing() {
		return this.added.isEmpty() && this.before.isEmpty();
	}

	/** What stands in the table that did not stand there so before. */
	List<Price> written() {
		List<Price> written = new ArrayList<>(this.added);
		written.addAll(this.changed);
		return written;
	}

}
