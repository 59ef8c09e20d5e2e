package dev.understudy.exchange;

/** A Terraform configuration with the experiment as its one resource. */
final class TerraformForm implements Form {

	@Override
	public String write(Subject subject) {
		return """
				terraform {
				  required_providers {
				    awscc = {
				      source = "hashicorp/awscc"
				    }
				  }
				}

				provider "awscc" {
				  region = %s
				}

				resource "awscc_sagemaker_inference_experiment" "%s" {
				%s}
				""".formatted(HclText.literal(subject.region()), subject.identifier(),
				HclText.attributes(subject.definition(), "  "));
	}

}
