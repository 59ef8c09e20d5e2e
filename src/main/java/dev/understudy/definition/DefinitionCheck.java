package dev.understudy.definition;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Judges drafts: by the rules of this module and those added to them.
 */
public final class DefinitionCheck {

	private final List<DefinitionRule> rules;

	private final Set<String> ids;

	/**
	 * A check by the rules of this module, always, and those that other modules add.
	 */
	public DefinitionCheck(List<DefinitionRule> added) {
		this(Stream.concat(Rules.standard().stream(), added.stream()));
	}

	private DefinitionCheck(Stream<DefinitionRule> rules) {
		this.rules = rules.toList();
		Set<String> all = new TreeSet<>();
		this.rules.forEach((rule) -> all.addAll(rule.ids()));
		this.ids = Collections.unmodifiableSet(all);
	}

	/**
	 * A check by {@link Rules#timeless()} alone.
	 */
	static DefinitionCheck timeless() {
		return new DefinitionCheck(Rules.timeless().stream());
	}

	/**
	 * A check by these rules and one more.
	 * @param rule a rule that holds for some drafts only
	 */
	public DefinitionCheck with(DefinitionRule rule) {
		return new DefinitionCheck(Stream.concat(this.rules.stream(), Stream.of(rule)));
	}

	/**
	 * The id of every rule that may be reported, sorted.
	 */
	public Set<String> ids() {
		return this.ids;
	}

	/**
	 * All that is to be said of a draft: in document order, errors first where several
	 * concern one value. Of an update only the members it may change are judged.
	 */
	public List<Finding> findings(Draft draft, RuleContext context) {
		Draft subject = (context.purpose() == Purpose.UPDATE) ? UpdatableMembers.of(draft) : draft;
		return this.rules.stream()
			.flatMap((rule) -> rule.judge(subject, context))
			.sorted(DocumentOrder.INSTANCE)
			.toList();
	}

	/**
	 * Decides whether a draft is fit to be created.
	 * @throws IllegalArgumentException if the context is for another purpose: an update
	 * or a template is no whole definition, use {@link #findings}
	 */
	public Verdict check(Draft draft, RuleContext context) {
		if (context.purpose() != Purpose.CREATE) {
			throw new IllegalArgumentException("Only what is to be created becomes a definition");
		}
		List<Finding> findings = findings(draft, context);
		return findings.stream().anyMatch(Finding::forbids) ? new Verdict.Refused(findings)
				: new Verdict.Ready(new Definition(draft), findings);
	}

}
