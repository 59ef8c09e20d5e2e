package dev.understudy.exchange;

import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.core.util.Separators.Spacing;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The definition as it stands. */
final class JsonForm implements Form {

	private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

	private static final ObjectWriter PRETTY = JsonMapper.shared()
		.writer()
		.with(new DefaultPrettyPrinter(Separators.createDefaultInstance()
			.withObjectNameValueSpacing(Spacing.AFTER)
			.withObjectEmptySeparator("")
			.withArrayEmptySeparator("")).withObjectIndenter(LINES).withArrayIndenter(LINES));

	@Override
	public String write(Subject subject) {
		return pretty(subject.definition()) + '\n';
	}

	static String pretty(ObjectNode definition) {
		return PRETTY.writeValueAsString(definition);
	}

}
