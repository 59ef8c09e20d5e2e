package dev.understudy.experiment;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import dev.understudy.definition.DefinitionCheck;
import dev.understudy.definition.DefinitionRule;
import dev.understudy.definition.Draft;
import dev.understudy.definition.Finding;
import dev.understudy.definition.Purpose;
import dev.understudy.definition.RuleContext;
import dev.understudy.definition.TargetFacts;
import dev.understudy.definition.Verdict;
import dev.understudy.target.Target;

/**
 * Judges drafts for a target, by the standard rules and those other modules add as beans.
 */
@Component
class Inspection {

	private final DefinitionCheck check;

	Inspection(ObjectProvider<DefinitionRule> added) {
		this.check = new DefinitionCheck(added.orderedStream().toList());
	}

	/**
	 * What is found about a draft.
	 * @param bond what holds it besides the rules that hold all; null for nothing
	 */
	List<Finding> findings(Draft draft, Target target, Purpose purpose, @Nullable Bond bond, Instant now) {
		return check(bond).findings(draft, context(target, purpose, now));
	}

	Verdict verdict(Draft draft, Target target, @Nullable Bond bond, Instant now) {
		return check(bond).check(draft, context(target, Purpose.CREATE, now));
	}

	private DefinitionCheck check(@Nullable Bond bond) {
		return (bond != null) ? this.check.with(bond) : this.check;
	}

	private static RuleContext context(Target target, Purpose purpose, Instant now) {
		TargetFacts facts = new TargetFacts(target.name(), target.account(), target.region(), target.executionRoles());
		return new RuleContext(now, facts, purpose);
	}

}
