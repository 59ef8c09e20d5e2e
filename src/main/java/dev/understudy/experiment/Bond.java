package dev.understudy.experiment;

import dev.understudy.definition.DefinitionRule;
import dev.understudy.definition.Draft;

/**
 * What holds a definition to values that somebody has set for many: a rule for this one
 * alone, which forbids what differs.
 */
public interface Bond extends DefinitionRule {

	/**
	 * What sets the values.
	 * @return a name that a person recognises
	 */
	String name();

	/**
	 * Whether it sets a member.
	 * @param pointer an RFC 6901 pointer into the draft
	 * @param draft the draft, whose items of lists may have other places than elsewhere
	 * @return true also for what lies below a member that is set
	 */
	boolean holds(String pointer, Draft draft);

}
