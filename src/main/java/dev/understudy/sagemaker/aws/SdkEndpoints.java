package dev.understudy.sagemaker.aws;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.ContainerDefinition;
import software.amazon.awssdk.services.sagemaker.model.DescribeEndpointConfigResponse;
import software.amazon.awssdk.services.sagemaker.model.DescribeEndpointResponse;
import software.amazon.awssdk.services.sagemaker.model.DescribeModelResponse;
import software.amazon.awssdk.services.sagemaker.model.EndpointSortKey;
import software.amazon.awssdk.services.sagemaker.model.ModelSortKey;
import software.amazon.awssdk.services.sagemaker.model.ModelSummary;
import software.amazon.awssdk.services.sagemaker.model.OrderKey;
import software.amazon.awssdk.services.sagemaker.model.ProductionVariant;
import software.amazon.awssdk.services.sagemaker.model.ProductionVariantSummary;

import dev.understudy.sagemaker.Endpoints;
import dev.understudy.sagemaker.SageMakerRefusal;
import dev.understudy.sagemaker.SageMakerRefusal.Kind;
import dev.understudy.target.Target;

/**
 * Endpoints and models through AWS's SDK.
 */
@Component
class SdkEndpoints implements Endpoints {

	private static final int LARGEST_PAGE = 100;

	private final SdkClients clients;

	SdkEndpoints(SdkClients clients) {
		this.clients = clients;
	}

	@Override
	public List<Summary> list(Target target) {
		SageMakerClient client = this.clients.reading(target);
		return Refusals.sorted(() -> client
			.listEndpointsPaginator((request) -> request.sortBy(EndpointSortKey.NAME)
				.sortOrder(OrderKey.ASCENDING)
				.maxResults(LARGEST_PAGE))
			.endpoints()
			.stream()
			.map((it) -> new Summary(it.endpointName(), it.endpointStatusAsString(), it.lastModifiedTime()))
			.toList());
	}

	@Override
	public Optional<Facts> describe(Target target, String name) {
		SageMakerClient client = this.clients.reading(target);
		return unlessMissing(() -> client.describeEndpoint((request) -> request.endpointName(name)))
			.flatMap((endpoint) -> unlessMissing(() -> client
				.describeEndpointConfig((request) -> request.endpointConfigName(endpoint.endpointConfigName())))
				.map((config) -> facts(endpoint, config)));
	}

	@Override
	public List<String> models(Target target) {
		SageMakerClient client = this.clients.reading(target);
		return Refusals.sorted(
				() -> client
					.listModelsPaginator((request) -> request.sortBy(ModelSortKey.CREATION_TIME)
						.sortOrder(OrderKey.DESCENDING)
						.maxResults(LARGEST_PAGE))
					.models()
					.stream()
					.map(ModelSummary::modelName)
					.toList());
	}

	@Override
	public Optional<Model> model(Target target, String name) {
		SageMakerClient client = this.clients.reading(target);
		return unlessMissing(() -> client.describeModel((request) -> request.modelName(name))).map(SdkEndpoints::model);
	}

	// There is no code for a missing endpoint or model (AWS API: DescribeEndpoint).
	private static <T> Optional<T> unlessMissing(Supplier<T> call) {
		try {
			return Optional.of(Refusals.sorted(call));
		}
		catch (SageMakerRefusal ex) {
			if (ex.kind() == Kind.NOT_FOUND || (ex.kind() == Kind.INVALID && ex.words().startsWith("Could not find"))) {
				return Optional.empty();
			}
			throw ex;
		}
	}

	private static Facts facts(DescribeEndpointResponse endpoint, DescribeEndpointConfigResponse config) {
		return new Facts(endpoint.endpointName(), endpoint.endpointArn(), endpoint.endpointStatusAsString(),
				endpoint.endpointConfigName(), config.asyncInferenceConfig() != null,
				variants(config.productionVariants(), endpoint.productionVariants()),
				variants(config.shadowProductionVariants(), endpoint.shadowProductionVariants()));
	}

	private static List<Variant> variants(List<ProductionVariant> configured, List<ProductionVariantSummary> running) {
		Map<String, ProductionVariantSummary> now = running.stream()
			.collect(Collectors.toMap(ProductionVariantSummary::variantName, Function.identity()));
		return configured.stream().map((it) -> variant(it, Optional.ofNullable(now.get(it.variantName())))).toList();
	}

	private static Variant variant(ProductionVariant configured, Optional<ProductionVariantSummary> running) {
		Integer count = running.map(ProductionVariantSummary::currentInstanceCount)
			.orElse(configured.initialInstanceCount());
		return new Variant(configured.variantName(), configured.modelName(), configured.instanceTypeAsString(), count,
				configured.serverlessConfig() != null, configured.acceleratorTypeAsString());
	}

	private static Model model(DescribeModelResponse model) {
		List<ContainerDefinition> containers = model.containers().isEmpty()
				? Optional.ofNullable(model.primaryContainer()).stream().toList() : model.containers();
		return new Model(model.modelName(), model.modelArn(), containers.size(),
				containers.stream().anyMatch((it) -> "MultiModel".equals(it.modeAsString())),
				containers.stream().anyMatch((it) -> it.modelPackageName() != null));
	}

}
