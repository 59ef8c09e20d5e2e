package dev.understudy.experiment;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What the tag says that marks an experiment in SageMaker as made by an operation.
 *
 * @param installation the installation that made it
 * @param operation the Create operation that made it
 */
record OwnerTag(UUID installation, UUID operation) {

	private static final String UUID_SYNTAX = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

	private static final Pattern SYNTAX = Pattern.compile("(%s)/(%s)".formatted(UUID_SYNTAX, UUID_SYNTAX));

	/**
	 * Reads the tag's value.
	 * @param text the value, null without such a tag
	 * @return nothing unless an operation wrote it
	 */
	static Optional<OwnerTag> parse(@Nullable String text) {
		Matcher matcher = SYNTAX.matcher((text != null) ? text : "");
		return matcher.matches()
				? Optional.of(new OwnerTag(UUID.fromString(matcher.group(1)), UUID.fromString(matcher.group(2))))
				: Optional.empty();
	}

}
