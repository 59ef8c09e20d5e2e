package dev.understudy.experiment.web;

import dev.understudy.definition.Draft;
import dev.understudy.target.Target;

/**
 * A definition in the forms in which people take it elsewhere.
 *
 * @param json the document, indented
 * @param cli the AWS CLI command that creates the same
 * @param curl the request to this API that drafts the same
 */
record Copies(String json, String cli, String curl) {

	static Copies of(Draft draft, Target target) {
		return new Copies(draft.pretty(),
				"aws sagemaker create-inference-experiment --region %s --cli-input-json %s".formatted(target.region(),
						quoted(draft.json())),
				"""
						curl -X POST "$UNDERSTUDY/api/v1/experiments" \\
						  -H "Authorization: Bearer $UNDERSTUDY_TOKEN" -H "Content-Type: application/json" \\
						  -d %s"""
					.formatted(quoted("{\"target\":\"%s\",\"definition\":%s}".formatted(target.name(), draft.json()))));
	}

	/** As one word of a POSIX shell. */
	private static String quoted(String text) {
		return "'" + text.replace("'", "'\\''") + "'";
	}

}
