package dev.understudy.simulator;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The models, endpoint configurations and endpoints of the account, as
 * {@code /simulator/catalog.json} begins them.
 */
final class Catalog {

	static final Instant BEGINNING = Instant.parse("2026-10-05T08:00:00Z");

	private static final int LONGEST_PREFIX = 50;

	private final Arns arns;

	private final Map<String, ObjectNode> models = new LinkedHashMap<>();

	private final Map<String, ObjectNode> configs = new LinkedHashMap<>();

	private final Map<String, Endpoint> endpoints = new LinkedHashMap<>();

	private final List<ObjectNode> scalableTargets;

	private final List<ObjectNode> aliases;

	private final List<ObjectNode> buckets;

	Catalog(Arns arns, ObjectNode beginning) {
		this.arns = arns;
		Json.objects(beginning, "models").forEach(this::addModel);
		Json.objects(beginning, "endpoints").forEach(this::addEndpoint);
		this.scalableTargets = Json.objects(beginning, "scalableTargets");
		this.aliases = Json.objects(beginning, "aliases");
		this.buckets = Json.objects(beginning, "buckets");
	}

	/** The names of keys, in order. */
	List<ObjectNode> aliases() {
		return this.aliases;
	}

	/** The buckets, in order. */
	List<ObjectNode> buckets() {
		return this.buckets;
	}

	/** The variants whose number of instances is changed automatically. */
	List<ObjectNode> scalableTargets() {
		return this.scalableTargets;
	}

	Collection<ObjectNode> models() {
		return this.models.values();
	}

	@Nullable ObjectNode model(String name) {
		return this.models.get(name);
	}

	Collection<ObjectNode> configs() {
		return this.configs.values();
	}

	@Nullable ObjectNode config(String name) {
		return this.configs.get(name);
	}

	Collection<Endpoint> endpoints() {
		return this.endpoints.values();
	}

	@Nullable Endpoint endpoint(String name) {
		return this.endpoints.get(name);
	}

	/**
	 * Assumed: an experiment on an unknown endpoint is a {@code ValidationException}, as
	 * DescribeEndpoint answers.
	 */
	Endpoint requireEndpoint(String name) {
		Endpoint endpoint = endpoint(name);
		if (endpoint == null) {
			throw AwsException.validation("Could not find endpoint \"%s\".".formatted(this.arns.endpoint(name)));
		}
		return endpoint;
	}

	ObjectNode requireModel(String name) {
		ObjectNode model = model(name);
		if (model == null) {
			throw AwsException.validation("Could not find model \"%s\".".formatted(this.arns.model(name)));
		}
		return model;
	}

	ObjectNode requireConfig(String name) {
		ObjectNode config = config(name);
		if (config == null) {
			throw AwsException
				.validation("Could not find endpoint configuration \"%s\".".formatted(this.arns.config(name)));
		}
		return config;
	}

	/** Gives an endpoint a new configuration with these variants, as AWS does. */
	void deploy(Endpoint endpoint, List<ObjectNode> production, List<ObjectNode> shadows, Instant now) {
		ObjectNode config = Json.object();
		config.putArray("ProductionVariants").addAll(production);
		if (!shadows.isEmpty()) {
			config.putArray("ShadowProductionVariants").addAll(shadows);
		}
		String prefix = endpoint.name().substring(0, Math.min(LONGEST_PREFIX, endpoint.name().length()));
		String name = "%s-%d".formatted(prefix, this.configs.size() + 1);
		addConfig(name, config, now);
		endpoint.runs(name, now);
	}

	/** Whether an ARN is that of a model, configuration or endpoint. */
	boolean has(String arn) {
		return this.models.keySet().stream().map(this.arns::model).anyMatch(arn::equals)
				|| this.configs.keySet().stream().map(this.arns::config).anyMatch(arn::equals)
				|| this.endpoints.keySet().stream().map(this.arns::endpoint).anyMatch(arn::equals);
	}

	private void addModel(ObjectNode entry) {
		String name = Json.require(entry, "ModelName");
		ObjectNode model = entry.deepCopy();
		if (!model.has("PrimaryContainer") && !model.has("Containers")) {
			model.putObject("PrimaryContainer")
				.put("Image",
						"%s.dkr.ecr.%s.amazonaws.com/%s:1".formatted(this.arns.account(), this.arns.region(), name))
				.put("Mode", "SingleModel")
				.put("ModelDataUrl", "s3://acme-sagemaker/models/%s/model.tar.gz".formatted(name));
		}
		model.put("ExecutionRoleArn", this.arns.role("shadow"))
			.put("CreationTime", Json.seconds(BEGINNING))
			.put("ModelArn", this.arns.model(name))
			.put("EnableNetworkIsolation", false);
		this.models.put(name, model);
	}

	private void addEndpoint(ObjectNode entry) {
		String name = Json.require(entry, "EndpointName");
		ObjectNode config = Json.object();
		Json.copy(entry, config, "ProductionVariants", "ShadowProductionVariants", "AsyncInferenceConfig",
				"ExecutionRoleArn");
		addConfig(name, config, BEGINNING);
		String status = Json.text(entry, "EndpointStatus");
		this.endpoints.put(name, new Endpoint(name, (status != null) ? status : Endpoint.IN_SERVICE,
				Json.text(entry, "FailureReason"), name, BEGINNING));
	}

	private void addConfig(String name, ObjectNode config, Instant now) {
		for (String variants : List.of("ProductionVariants", "ShadowProductionVariants")) {
			for (ObjectNode variant : Json.objects(config, variants)) {
				if (!variant.has("InitialVariantWeight")) {
					variant.put("InitialVariantWeight", 1.0);
				}
			}
		}
		config.put("EndpointConfigName", name)
			.put("EndpointConfigArn", this.arns.config(name))
			.put("CreationTime", Json.seconds(now));
		this.configs.put(name, config);
	}

}
