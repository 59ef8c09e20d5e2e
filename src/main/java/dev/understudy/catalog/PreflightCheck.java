package dev.understudy.catalog;

import java.util.stream.Stream;

/**
 * One check of a draft against the account. It only looks at what is laid before it.
 */
@FunctionalInterface
interface PreflightCheck {

	/**
	 * Checks.
	 * @param scene the draft and what was seen
	 * @return what it came to, once for each place it is about; nothing where the draft
	 * has no such place
	 */
	Stream<CheckResult> check(Scene scene);

}
