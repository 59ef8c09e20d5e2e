package dev.understudy.exchange;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The request to our own API that drafts the same. */
final class CurlForm implements Form {

	@Override
	public String write(Subject subject) {
		ObjectNode body = JsonNodeFactory.instance.objectNode().put("target", subject.target());
		body.set("definition", subject.definition());
		return """
				curl -X POST "$UNDERSTUDY/api/v1/experiments" \\
				  -H "Authorization: Bearer $UNDERSTUDY_TOKEN" \\
				  -H "Content-Type: application/json" \\
				  --data-binary %s
				""".formatted(ShellText.word(JsonForm.pretty(body)));
	}

}
