package dev.understudy.cost.web;

import org.springframework.stereotype.Component;

import dev.understudy.cost.Costs;
import dev.understudy.definition.Draft;
import dev.understudy.experiment.DraftPanel;
import dev.understudy.target.Target;

/** What a draft would cost, in the form. */
@Component
class CostPanel implements DraftPanel {

	private final Costs costs;

	CostPanel(Costs costs) {
		this.costs = costs;
	}

	@Override
	public Content of(Draft draft, Target target) {
		return new Content("cost/estimate :: draft", "cost", this.costs.quote(draft, target));
	}

}
