package dev.understudy.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import dev.understudy.definition.Draft;
import dev.understudy.simulator.Past;

/**
 * An experiment to begin with. Times are relative to now.
 *
 * @param name its name
 * @param description what it is for
 * @param endpoint the endpoint
 * @param production variant, model, instance type and count in production
 * @param shadow the same of the shadow, if there is one already
 * @param sampling percent of requests that are copied
 * @param capture where requests are captured
 * @param tags its tags
 * @param schedule when it is to start and end; absent for at once
 * @param submitted whether it is given to SageMaker although it has neither a schedule
 * nor a life
 * @param foreign whether it was made elsewhere: it has a life in SageMaker, and nothing
 * here knows of it
 * @param life what SageMaker makes of it once it is there; absent for what SageMaker
 * would make of it anyway
 */
record Sample(String name, @Nullable String description, String endpoint, List<Object> production,
		@Nullable List<Object> shadow, int sampling, @Nullable String capture, @Nullable Map<String, String> tags,
		@Nullable Schedule schedule, @Nullable Boolean submitted, @Nullable Boolean foreign, @Nullable Life life) {

	boolean isForSubmission() {
		return Boolean.TRUE.equals(this.submitted) || this.schedule != null || this.life != null;
	}

	boolean isForeign() {
		return Boolean.TRUE.equals(this.foreign);
	}

	Draft draft(String roleArn, Instant now) {
		ObjectNode document = JsonMapper.shared().createObjectNode();
		document.put("Name", this.name).put("Type", "ShadowMode");
		if (this.description != null) {
			document.put("Description", this.description);
		}
		document.put("RoleArn", roleArn).put("EndpointName", this.endpoint);
		ArrayNode variants = document.putArray("ModelVariants");
		add(variants, this.production);
		ObjectNode mode = document.putObject("ShadowModeConfig");
		mode.put("SourceModelVariantName", this.production.getFirst().toString());
		ObjectNode shadowConfig = mode.putArray("ShadowModelVariants").addObject();
		if (this.shadow != null) {
			add(variants, this.shadow);
			shadowConfig.put("ShadowModelVariantName", this.shadow.getFirst().toString());
		}
		shadowConfig.put("SamplingPercentage", this.sampling);
		if (this.schedule != null) {
			document.putObject("Schedule")
				.put("StartTime", now.plus(this.schedule.starts()).toString())
				.put("EndTime", now.plus(this.schedule.ends()).toString());
		}
		if (this.capture != null) {
			document.putObject("DataStorageConfig").put("Destination", this.capture);
		}
		if (this.tags != null) {
			ArrayNode list = document.putArray("Tags");
			this.tags.forEach((key, value) -> list.addObject().put("Key", key).put("Value", value));
		}
		return Draft.of(document);
	}

	private static void add(ArrayNode variants, List<Object> facts) {
		ObjectNode variant = variants.addObject();
		variant.put("VariantName", facts.get(0).toString()).put("ModelName", facts.get(1).toString());
		ObjectNode infrastructure = variant.putObject("InfrastructureConfig");
		infrastructure.put("InfrastructureType", "RealTimeInference");
		infrastructure.putObject("RealTimeInferenceConfig")
			.put("InstanceType", facts.get(2).toString())
			.put("InstanceCount", (Integer) facts.get(3));
	}

	/**
	 * When a sample is to start and end.
	 *
	 * @param starts from now
	 * @param ends from now
	 */
	record Schedule(Duration starts, Duration ends) {
	}

	/**
	 * What has become of a sample.
	 *
	 * @param status "running", "completed" or "cancelled"
	 * @param started from now, so negative
	 * @param ends from now
	 * @param reason SageMaker's reason; empty for none
	 */
	record Life(String status, Duration started, Duration ends, @Nullable String reason) {

		/** The past of one that began as soon as it was created. */
		Past past(Instant now) {
			return past(now.plus(this.started), now);
		}

		Past past(Instant createdAt, Instant now) {
			Instant start = now.plus(this.started);
			Instant end = now.plus(this.ends);
			return switch (this.status) {
				case "running" -> Past.running(createdAt, start, end);
				case "completed" -> Past.completed(createdAt, start, end, null);
				case "cancelled" -> Past.cancelled(createdAt, start, end, (this.reason != null) ? this.reason : "");
				default -> throw new IllegalArgumentException("A sample cannot be " + this.status);
			};
		}

	}

}
