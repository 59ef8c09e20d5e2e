package dev.understudy.worklist;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

import dev.understudy.definition.Definition.Tag;
import dev.understudy.experiment.StopOrder;

/**
 * One thing to be done to many experiments.
 *
 * @param work what
 * @param reason why, for a stop; kept in SageMaker and here
 * @param add tags to set
 * @param remove keys of tags to take away
 * @param labels labels to add
 */
public record BulkOrder(BulkWork work, @Nullable String reason, List<Tag> add, List<String> remove,
		List<String> labels) {

	public BulkOrder {
		add = List.copyOf(add);
		remove = List.copyOf(remove);
		labels = List.copyOf(labels);
	}

	/**
	 * Whether it says all it has to.
	 * @return false for tags or labels without any
	 */
	@JsonIgnore
	public boolean isComplete() {
		return switch (this.work) {
			case DISCARD, STOP_DISCARD, STOP_KEEP -> true;
			case TAG -> !this.add.isEmpty() || !this.remove.isEmpty();
			case LABEL -> !this.labels.isEmpty();
		};
	}

	StopOrder stop() {
		return StopOrder.of((this.work == BulkWork.STOP_KEEP) ? StopOrder.Action.KEEP : StopOrder.Action.DISCARD,
				this.reason);
	}

}
