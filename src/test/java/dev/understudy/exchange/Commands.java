package dev.understudy.exchange;

/**
 * Command lines for tests.
 */
final class Commands {

	/** Every member, in each of the ways in which the AWS CLI takes one. */
	static final String COMPLETE = """
			aws sagemaker create-inference-experiment \\
			    --region us-east-1 --output=json \\
			    --name fraud-v7-shadow --type=ShadowMode \\
			    --description 'Does v7 hold up under the traffic of the lead?' \\
			    --role-arn arn:aws:iam::111122223333:role/shadow \\
			    --endpoint-name "fraud-prod" \\
			    --model-variants \\
			      'VariantName=production,ModelName=fraud-v6,InfrastructureConfig={InfrastructureType=RealTimeInference,RealTimeInferenceConfig={InstanceType=ml.m5.xlarge,InstanceCount=2}}' \\
			      'VariantName=shadow, ModelName=fraud-v7, InfrastructureConfig={ InfrastructureType=RealTimeInference, RealTimeInferenceConfig={ InstanceType=ml.m5.xlarge, InstanceCount=2 } }' \\
			    --shadow-mode-config 'SourceModelVariantName=production,ShadowModelVariants=[{ShadowModelVariantName=shadow,SamplingPercentage=100}]' \\
			    --schedule StartTime=2026-12-01T08:00:00Z,EndTime=2026-12-08T08:00:00Z \\
			    --data-storage-config '{ "Destination": "s3://acme-sagemaker/capture/", "KmsKey": "alias/capture",
			        "ContentType": { "CsvContentTypes": ["text/csv"], "JsonContentTypes": ["application/json"] } }' \\
			    --kms-key alias/ml \\
			    --tags Key=team,Value=fraud Key=cost-center,Value=
			""";

	private Commands() {
	}

}
