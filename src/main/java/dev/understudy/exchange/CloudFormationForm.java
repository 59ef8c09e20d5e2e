package dev.understudy.exchange;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A CloudFormation template with the experiment as its one resource. */
final class CloudFormationForm implements Form {

	@Override
	public String write(Subject subject) {
		ObjectNode template = JsonNodeFactory.instance.objectNode().put("AWSTemplateFormatVersion", "2010-09-09");
		ObjectNode resource = template.putObject("Resources").putObject("ShadowTest");
		resource.put("Type", Unwrapping.RESOURCE_TYPE);
		resource.set("Properties", subject.definition());
		return YamlText.document(template);
	}

}
