package dev.understudy.experiment;

import java.util.List;

import dev.understudy.definition.Change;
import dev.understudy.definition.Draft;

/**
 * Two states of one experiment side by side.
 *
 * @param from the side that is compared
 * @param before what it says
 * @param to the side it is compared with
 * @param after what that says
 * @param changes where the two differ; with what SageMaker says only where that can
 * change
 */
public record Comparison(Side from, Draft before, Side to, Draft after, List<Change> changes) {

	public Comparison {
		changes = List.copyOf(changes);
	}

	/**
	 * Whether one side is what SageMaker says, which does not tell everything.
	 * @return true if so
	 */
	public boolean isWithLive() {
		return this.from.kind() == Side.Kind.LIVE || this.to.kind() == Side.Kind.LIVE;
	}

}
