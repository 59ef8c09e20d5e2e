package dev.understudy.experiment;

import java.time.Instant;
import java.util.List;

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

	List<Finding> findings(Draft draft, Target target, Instant now) {
		return findings(draft, target, Purpose.CREATE, now);
	}

	List<Finding> findings(Draft draft, Target target, Purpose purpose, Instant now) {
		return this.check.findings(draft, context(target, purpose, now));
	}

	Verdict verdict(Draft draft, Target target, Instant now) {
		return this.check.check(draft, context(target, Purpose.CREATE, now));
	}

	private static RuleContext context(Target target, Purpose purpose, Instant now) {
		TargetFacts facts = new TargetFacts(target.name(), target.account(), target.region(), target.executionRoles());
		return new RuleContext(now, facts, purpose);
	}

}
