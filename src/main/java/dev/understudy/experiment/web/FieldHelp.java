package dev.understudy.experiment.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What there is to know about each field of the draft form: the member of AWS's API it
 * writes, and the page there that says so. What AWS does with it, and its limits, are
 * messages under <code>help.field.</code>
 */
enum FieldHelp {

	NAME("name", "Name", "CreateInferenceExperiment"),

	DESCRIPTION("description", "Description", "CreateInferenceExperiment"),

	TYPE("type", "Type", "CreateInferenceExperiment"),

	TARGET("target", null, null),

	ROLE("role", "RoleArn", "CreateInferenceExperiment"),

	ENDPOINT("endpoint", "EndpointName", "CreateInferenceExperiment"),

	VARIANT_NAME("variants-name", "ModelVariants[].VariantName", "ModelVariantConfig"),

	VARIANT_MODEL("variants-model", "ModelVariants[].ModelName", "ModelVariantConfig"),

	INFRASTRUCTURE("variants-infrastructure", "ModelVariants[].InfrastructureConfig.InfrastructureType",
			"ModelInfrastructureConfig"),

	INSTANCE_TYPE("variants-instanceType", "ModelVariants[].InfrastructureConfig.RealTimeInferenceConfig.InstanceType",
			"RealTimeInferenceConfig"),

	INSTANCE_COUNT("variants-instanceCount",
			"ModelVariants[].InfrastructureConfig.RealTimeInferenceConfig.InstanceCount", "RealTimeInferenceConfig"),

	SOURCE("sourceName", "ShadowModeConfig.SourceModelVariantName", "ShadowModeConfig"),

	SHADOW("shadowName", "ShadowModeConfig.ShadowModelVariants[].ShadowModelVariantName", "ShadowModelVariantConfig"),

	SAMPLING("sampling", "ShadowModeConfig.ShadowModelVariants[].SamplingPercentage", "ShadowModelVariantConfig"),

	START("start", "Schedule.StartTime", "InferenceExperimentSchedule"),

	END("end", "Schedule.EndTime", "InferenceExperimentSchedule"),

	DESTINATION("destination", "DataStorageConfig.Destination", "InferenceExperimentDataStorageConfig"),

	CAPTURE_KEY("captureKey", "DataStorageConfig.KmsKey", "InferenceExperimentDataStorageConfig"),

	CSV_TYPES("csvTypes", "DataStorageConfig.ContentType.CsvContentTypes", "CaptureContentTypeHeader"),

	JSON_TYPES("jsonTypes", "DataStorageConfig.ContentType.JsonContentTypes", "CaptureContentTypeHeader"),

	KEY("key", "KmsKey", "CreateInferenceExperiment"),

	TAG_KEY("tags-key", "Tags[].Key", "Tag"),

	TAG_VALUE("tags-value", "Tags[].Value", "Tag");

	private static final String REFERENCE = "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_";

	private static final Map<String, FieldHelp> ALL = Arrays.stream(values())
		.collect(Collectors.toUnmodifiableMap(FieldHelp::getField, Function.identity()));

	private final String field;

	private final @Nullable String member;

	private final @Nullable String page;

	/**
	 * A row of the table.
	 * @param field the field's name, without the places of its rows
	 * @param member what it writes, in AWS's names; null if it writes nothing there
	 * @param page AWS's page about that
	 */
	FieldHelp(String field, @Nullable String member, @Nullable String page) {
		this.field = field;
		this.member = member;
		this.page = page;
	}

	/** Every field's help, by the field's name. */
	static Map<String, FieldHelp> all() {
		return ALL;
	}

	public String getField() {
		return this.field;
	}

	/** Message key of the field's label. */
	public String getLabel() {
		return "draft." + kebab(this.field.replace("variants-", "variant.").replace("tags-", "tag."));
	}

	/** Message key of what AWS does with it, and of its limits. */
	public String getText() {
		return "help.field." + kebab(this.field);
	}

	public @Nullable String getMember() {
		return this.member;
	}

	public @Nullable String getAddress() {
		return (this.page != null) ? REFERENCE + this.page + ".html" : null;
	}

	private static String kebab(String name) {
		return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
	}

}
