package dev.understudy.exchange;

import java.util.Locale;

import tools.jackson.databind.node.ObjectNode;

/** Writes a definition for one tool. */
@FunctionalInterface
interface Form {

	String write(Subject subject);

	/**
	 * What is written.
	 *
	 * @param definition the definition, without what the format leaves out
	 * @param target name of the target it is for
	 * @param region the target's AWS region
	 */
	record Subject(ObjectNode definition, String target, String region) {

		/** The experiment's name as a program's identifier. */
		String identifier() {
			String name = this.definition.path("Name").asString("").replaceAll("[^a-zA-Z0-9]+", "_");
			String safe = name.replaceAll("^_|_$", "").toLowerCase(Locale.ROOT);
			return safe.matches("[a-z].*") ? safe : "shadow_test";
		}

	}

}
