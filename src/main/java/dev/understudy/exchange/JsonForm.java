package dev.understudy.exchange;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The definition as it stands. */
final class JsonForm implements Form {

	private static final JsonMapper JSON = JsonMapper.shared();

	@Override
	public String write(Subject subject) {
		return pretty(subject.definition()) + '\n';
	}

	static String pretty(ObjectNode definition) {
		return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(definition);
	}

}
