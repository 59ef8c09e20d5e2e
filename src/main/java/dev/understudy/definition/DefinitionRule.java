package dev.understudy.definition;

import java.util.Set;
import java.util.stream.Stream;

/**
 * Something a definition must hold to. Other modules add rules of their own as beans.
 * <p>
 * A rule meets anything: members that are missing, of a wrong type or absurd. It never
 * throws and does no I/O; what it needs to know beyond the draft stands in the context.
 */
public interface DefinitionRule {

	/**
	 * Every rule id that {@link #judge} may report.
	 */
	Set<String> ids();

	/**
	 * Reports what is wrong or risky, in any order.
	 */
	Stream<Finding> judge(Draft draft, RuleContext context);

}
