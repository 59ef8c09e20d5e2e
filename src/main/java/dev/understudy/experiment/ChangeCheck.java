package dev.understudy.experiment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.understudy.definition.Draft;
import dev.understudy.definition.Finding;
import dev.understudy.definition.Purpose;
import dev.understudy.target.Target;
import dev.understudy.target.Targets;

/**
 * Judges changes of what SageMaker has, by the rules that hold for definitions and those
 * of each kind of change.
 */
@Component
class ChangeCheck {

	private final Inspection inspection;

	private final Binding binding;

	private final Targets targets;

	ChangeCheck(Inspection inspection, Binding binding, Targets targets) {
		this.inspection = inspection;
		this.binding = binding;
		this.targets = targets;
	}

	List<Finding> stop(Draft known, StopOrder order, String target, Instant now) {
		return StopFindings.of(known, order, judge(target, Purpose.UPDATE, null, now));
	}

	List<Finding> tags(TagPlan plan, Experiment experiment, Instant now) {
		String target = experiment.getTarget();
		List<Finding> findings = new ArrayList<>(plan.findings(judge(target, Purpose.CREATE, null, now)));
		Bond bond = this.binding.of(experiment);
		if (bond != null) {
			Judge bound = judge(target, Purpose.CREATE, bond, now);
			findings.addAll(plan.breaches((draft) -> bound.judge(draft)
				.stream()
				.filter((finding) -> bond.ids().contains(finding.rule()))
				.toList()));
		}
		return findings;
	}

	UpdatePlan update(Draft known, Draft wanted, @Nullable Draft seen, Experiment experiment, Instant now) {
		Sighting last = experiment.getSighting();
		return new Update(known, (seen != null) ? seen : known, wanted).plan((last != null) ? last.status() : null, now,
				judge(experiment.getTarget(), Purpose.UPDATE, this.binding.of(experiment), now));
	}

	private Judge judge(String name, Purpose purpose, @Nullable Bond bond, Instant now) {
		Target target = this.targets.get(name);
		return (draft) -> this.inspection.findings(draft, target, purpose, bond, now);
	}

}
