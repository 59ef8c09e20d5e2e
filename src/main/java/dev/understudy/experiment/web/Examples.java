package dev.understudy.experiment.web;

/** Bodies that the description of the API shows; a test sends them. */
final class Examples {

	static final String DEFINITION = """
			{
			  "Name": "fraud-v7-shadow",
			  "Type": "ShadowMode",
			  "RoleArn": "arn:aws:iam::111122223333:role/shadow",
			  "EndpointName": "fraud-prod",
			  "ModelVariants": [
			    {
			      "VariantName": "production",
			      "ModelName": "fraud-v6",
			      "InfrastructureConfig": {
			        "InfrastructureType": "RealTimeInference",
			        "RealTimeInferenceConfig": { "InstanceType": "ml.m5.xlarge", "InstanceCount": 2 }
			      }
			    },
			    {
			      "VariantName": "shadow",
			      "ModelName": "fraud-v7",
			      "InfrastructureConfig": {
			        "InfrastructureType": "RealTimeInference",
			        "RealTimeInferenceConfig": { "InstanceType": "ml.m5.xlarge", "InstanceCount": 2 }
			      }
			    }
			  ],
			  "ShadowModeConfig": {
			    "SourceModelVariantName": "production",
			    "ShadowModelVariants": [ { "ShadowModelVariantName": "shadow", "SamplingPercentage": 100 } ]
			  },
			  "Tags": [ { "Key": "team", "Value": "fraud" } ]
			}""";

	static final String NEW_EXPERIMENT = "{ \"target\": \"sandbox\", \"definition\": " + DEFINITION + " }";

	static final String CREATE = "{ \"type\": \"create\", \"revision\": 3 }";

	static final String START = "{ \"type\": \"start\" }";

	static final String STOP = """
			{ "type": "stop", "action": "promote", "instances": "custom", "reason": "p99 is 12 % lower at the same error rate",
			  "desiredModelVariants": [ { "VariantName": "shadow", "ModelName": "fraud-v7", "InfrastructureConfig": {
			    "InfrastructureType": "RealTimeInference",
			    "RealTimeInferenceConfig": { "InstanceType": "ml.m5.xlarge", "InstanceCount": 3 } } } ] }""";

	static final String UPDATE = """
			{ "type": "update", "definition": { "Description": "Two more days", "Schedule": { "EndTime": "2026-12-10T08:00:00Z" } } }""";

	static final String DELETE = "{ \"type\": \"delete\" }";

	static final String TAG = """
			{ "type": "tag", "add": [ { "Key": "team", "Value": "risk" } ], "remove": [ "cost-center" ] }""";

	private Examples() {
	}

}
