package dev.understudy.exchange;

/** A program that creates the experiment with the AWS SDK for Python. */
final class Boto3Form implements Form {

	@Override
	public String write(Subject subject) {
		return """
				import boto3

				sagemaker = boto3.client("sagemaker", region_name=%s)

				definition = %s

				response = sagemaker.create_inference_experiment(**definition)
				print(response["InferenceExperimentArn"])
				""".formatted(PythonText.literal(subject.region()), PythonText.literal(subject.definition(), ""));
	}

}
