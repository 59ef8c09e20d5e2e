package dev.understudy.exchange;

/** The command of the AWS CLI that creates the experiment. */
final class CliForm implements Form {

	@Override
	public String write(Subject subject) {
		return """
				aws sagemaker create-inference-experiment \\
				  --region %s \\
				  --cli-input-json %s
				""".formatted(subject.region(), ShellText.word(JsonForm.pretty(subject.definition())));
	}

}
