package dev.understudy.template;

import dev.understudy.definition.Draft;

/**
 * What a template says, or somebody wants it to say.
 *
 * @param name what people call it; no two in use differ in case only
 * @param description what it is for, in a sentence or two
 * @param definition what its drafts begin with: a definition without a name
 * @param locks members that its drafts cannot change
 */
public record TemplateContent(String name, String description, Draft definition, Locks locks) {

	/** Characters of the longest name. */
	public static final int LONGEST_NAME = 63;

	/** Characters of the longest description. */
	public static final int LONGEST_DESCRIPTION = 400;

	/**
	 * Without the space around the texts, and without locks that others make needless.
	 */
	public TemplateContent {
		name = name.strip();
		description = description.replaceAll("\\R", "\n").strip();
	}

}
