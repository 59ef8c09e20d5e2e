package dev.understudy.definition;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Drafts for tests. Those that are complete are in order for {@link Contexts#sandbox}.
 */
public final class Drafts {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String COMPLETE = """
			{
			  "Name": "fraud-v7-shadow",
			  "Type": "ShadowMode",
			  "Description": "Does v7 hold up under the traffic of the lead?",
			  "RoleArn": "arn:aws:iam::111122223333:role/shadow",
			  "EndpointName": "fraud-prod",
			  "ModelVariants": [
			    { "VariantName": "production", "ModelName": "fraud-v6", "InfrastructureConfig": {
			      "InfrastructureType": "RealTimeInference",
			      "RealTimeInferenceConfig": { "InstanceType": "ml.m5.xlarge", "InstanceCount": 2 } } },
			    { "VariantName": "shadow", "ModelName": "fraud-v7", "InfrastructureConfig": {
			      "InfrastructureType": "RealTimeInference",
			      "RealTimeInferenceConfig": { "InstanceType": "ml.m5.xlarge", "InstanceCount": 2 } } }
			  ],
			  "ShadowModeConfig": { "SourceModelVariantName": "production",
			    "ShadowModelVariants": [ { "ShadowModelVariantName": "shadow", "SamplingPercentage": 100 } ] },
			  "Schedule": { "StartTime": "2026-12-01T08:00:00Z", "EndTime": "2026-12-08T08:00:00Z" },
			  "DataStorageConfig": { "Destination": "s3://acme-sagemaker/capture/", "KmsKey": "alias/capture",
			    "ContentType": { "CsvContentTypes": ["text/csv"], "JsonContentTypes": ["application/json"] } },
			  "KmsKey": "alias/ml",
			  "Tags": [ { "Key": "team", "Value": "fraud" }, { "Key": "cost-center", "Value": "" } ]
			}
			""";

	private Drafts() {
	}

	/**
	 * Every member given, no finding.
	 */
	public static Draft complete() {
		return Draft.parse(COMPLETE);
	}

	/**
	 * Only the required members: starts at once, no end, nothing captured.
	 */
	public static Draft minimal() {
		return complete().with("/Description", null)
			.with("/Schedule", null)
			.with("/DataStorageConfig", null)
			.with("/KmsKey", null)
			.with("/Tags", null);
	}

	public static Draft empty() {
		return Draft.empty();
	}

	/**
	 * The complete draft with one value changed; {@code null} takes it away.
	 */
	public static Draft with(String pointer, @Nullable Object value) {
		return change(complete(), pointer, value);
	}

	/**
	 * The draft with one value changed; {@code null} takes it away.
	 */
	public static Draft change(Draft draft, String pointer, @Nullable Object value) {
		return draft.with(pointer, (value != null) ? JSON.<JsonNode>valueToTree(value) : null);
	}

	public static Draft without(String pointer) {
		return with(pointer, null);
	}

	/**
	 * The complete draft, as the check hands it on.
	 */
	public static Definition definition() {
		return definition(complete());
	}

	/**
	 * The definition of a draft whose shape is in order.
	 */
	public static Definition definition(Draft draft) {
		return Definition.thaw(draft.json());
	}

}
