package dev.understudy.simulator;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.ConflictException;
import software.amazon.awssdk.services.sagemaker.model.CreateInferenceExperimentResponse;
import software.amazon.awssdk.services.sagemaker.model.DescribeEndpointResponse;
import software.amazon.awssdk.services.sagemaker.model.DescribeInferenceExperimentResponse;
import software.amazon.awssdk.services.sagemaker.model.EndpointStatus;
import software.amazon.awssdk.services.sagemaker.model.EndpointSummary;
import software.amazon.awssdk.services.sagemaker.model.InferenceExperimentStatus;
import software.amazon.awssdk.services.sagemaker.model.InferenceExperimentSummary;
import software.amazon.awssdk.services.sagemaker.model.ListEndpointsRequest;
import software.amazon.awssdk.services.sagemaker.model.ListEndpointsResponse;
import software.amazon.awssdk.services.sagemaker.model.ModelVariantAction;
import software.amazon.awssdk.services.sagemaker.model.ResourceInUseException;
import software.amazon.awssdk.services.sagemaker.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sagemaker.model.SageMakerException;
import software.amazon.awssdk.services.sagemaker.model.Tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * AWS's own Java SDK against the simulator, unmodified.
 */
class SdkTests {

	private static RunningSimulator simulator;

	private static SageMakerClient client;

	@BeforeAll
	static void start(@TempDir Path directory) {
		simulator = new RunningSimulator(directory);
		client = simulator.client();
	}

	@AfterAll
	static void stop() {
		client.close();
		simulator.close();
	}

	@Test
	void anExperimentLivesThroughAllSevenOperations() {
		CreateInferenceExperimentResponse created = client
			.createInferenceExperiment(SdkRequests.create("sdk-life", "fraud-prod"));
		assertThat(created.inferenceExperimentArn())
			.isEqualTo("arn:aws:sagemaker:us-east-1:111122223333:inference-experiment/sdk-life");
		assertThat(created.responseMetadata().requestId()).isNotEqualTo("UNKNOWN").isNotBlank();
		assertThat(describe("sdk-life").status()).isEqualTo(InferenceExperimentStatus.CREATING);
		simulator.control().advance(Duration.ofHours(1));
		DescribeInferenceExperimentResponse running = describe("sdk-life");
		assertThat(running.status()).isEqualTo(InferenceExperimentStatus.RUNNING);
		assertThat(running.endpointMetadata().endpointStatus()).isEqualTo(EndpointStatus.IN_SERVICE);
		assertThat(running.schedule().endTime()).isEqualTo(running.creationTime().plus(Duration.ofDays(7)));
		DescribeEndpointResponse endpoint = client.describeEndpoint((b) -> b.endpointName("fraud-prod"));
		assertThat(endpoint.shadowProductionVariants()).singleElement()
			.satisfies((variant) -> assertThat(variant.variantName()).isEqualTo("shadow"));
		client.updateInferenceExperiment((b) -> b.name("sdk-life").description("longer"));
		simulator.control().advance(Duration.ofHours(1));
		client.stopInferenceExperiment((b) -> b.name("sdk-life")
			.reason("better")
			.modelVariantActions(
					Map.of("production", ModelVariantAction.REMOVE, "shadow", ModelVariantAction.PROMOTE)));
		simulator.control().advance(Duration.ofHours(1));
		DescribeInferenceExperimentResponse ended = describe("sdk-life");
		assertThat(ended.status()).isEqualTo(InferenceExperimentStatus.COMPLETED);
		assertThat(ended.statusReason()).isEqualTo("better");
		assertThat(client
			.describeEndpointConfig((b) -> b
				.endpointConfigName(client.describeEndpoint((e) -> e.endpointName("fraud-prod")).endpointConfigName()))
			.productionVariants()).singleElement()
			.satisfies((variant) -> assertThat(variant.modelName()).isEqualTo("fraud-v7"));
		client.deleteInferenceExperiment((b) -> b.name("sdk-life"));
		assertThatExceptionOfType(ResourceNotFoundException.class).isThrownBy(() -> describe("sdk-life"));
	}

	@Test
	void aScheduledExperimentIsStartedEarly() {
		Instant start = simulator.control().now().plus(Duration.ofDays(1));
		client.createInferenceExperiment(SdkRequests.scheduled("sdk-early", "ranking-prod", start));
		simulator.control().advance(Duration.ofHours(1));
		assertThat(describe("sdk-early").status()).isEqualTo(InferenceExperimentStatus.CREATED);
		client.startInferenceExperiment((b) -> b.name("sdk-early"));
		assertThatExceptionOfType(ConflictException.class)
			.isThrownBy(() -> client.startInferenceExperiment((b) -> b.name("sdk-early")));
	}

	@Test
	void modeledErrorsAreOfTheirOwnClass() {
		client.createInferenceExperiment(SdkRequests.create("sdk-taken", "vision-prod"));
		assertThatExceptionOfType(ResourceInUseException.class)
			.isThrownBy(() -> client.createInferenceExperiment(SdkRequests.create("sdk-taken", "vision-prod")))
			.satisfies((ex) -> {
				assertThat(ex.awsErrorDetails().errorCode()).isEqualTo("ResourceInUse");
				assertThat(ex.awsErrorDetails().errorMessage()).contains("already exists");
				assertThat(ex.requestId()).isNotBlank();
			});
	}

	@Test
	void aValidationFailureIsAPlainExceptionInAwssWords() {
		assertThatExceptionOfType(SageMakerException.class).isThrownBy(() -> describe("a_b")).satisfies((ex) -> {
			assertThat(ex.statusCode()).isEqualTo(400);
			assertThat(ex.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
			assertThat(ex.awsErrorDetails().errorMessage()).startsWith(
					"1 validation error detected: Value 'a_b' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: ");
		});
	}

	@Test
	void tagsAreAddedListedAndDeleted() {
		String arn = client.createInferenceExperiment(SdkRequests.create("sdk-tags", "speech-prod"))
			.inferenceExperimentArn();
		client.addTags((b) -> b.resourceArn(arn).tags(tag("team", "fraud"), tag("stage", "trial")));
		client.deleteTags((b) -> b.resourceArn(arn).tagKeys("stage"));
		assertThat(client.listTagsPaginator((b) -> b.resourceArn(arn)).tags()).containsExactly(tag("origin", "sdk"),
				tag("team", "fraud"));
		assertThatExceptionOfType(SageMakerException.class)
			.isThrownBy(() -> client.listTags((b) -> b.resourceArn(arn).maxResults(49)))
			.withMessageContaining("greater than or equal to 50");
		assertThatExceptionOfType(SageMakerException.class)
			.isThrownBy(() -> client.addTags((b) -> b.resourceArn(arn).tags(tag("AWS:x", "y"))))
			.satisfies((ex) -> assertThat(ex.awsErrorDetails().errorCode()).isEqualTo("ValidationException"));
		assertThatExceptionOfType(ResourceNotFoundException.class)
			.isThrownBy(() -> client.listTags((b) -> b.resourceArn(arn + "-ghost")));
	}

	@Test
	void aPaginatorWalksEveryPageOnceInOrder() {
		for (int index = 0; index < 7; index++) {
			client.createInferenceExperiment(SdkRequests.scheduled("sdk-page-" + index, "churn-prod",
					simulator.control().now().plus(Duration.ofDays(3))));
		}
		List<String> names = new ArrayList<>();
		client.listInferenceExperimentsPaginator((b) -> b.maxResults(2).sortBy("Name").sortOrder("Ascending"))
			.stream()
			.forEach((page) -> page.inferenceExperiments().forEach((item) -> names.add(item.name())));
		assertThat(names).isSorted().doesNotHaveDuplicates().contains("sdk-page-0", "sdk-page-6");
		assertThat(client.listInferenceExperimentsPaginator((b) -> b.maxResults(2).nameContains("sdk-page"))
			.inferenceExperiments()
			.stream()
			.map(InferenceExperimentSummary::name)).hasSize(7);
	}

	@Test
	void filtersAreAppliedAfterThePageIsCut() {
		ListEndpointsRequest failed = ListEndpointsRequest.builder()
			.sortBy("Name")
			.sortOrder("Ascending")
			.statusEquals(EndpointStatus.FAILED)
			.maxResults(2)
			.build();
		ListEndpointsResponse first = client.listEndpoints(failed);
		assertThat(first.endpoints()).isEmpty();
		assertThat(first.nextToken()).isNotBlank();
		assertThat(client.listEndpointsPaginator(failed).endpoints()).extracting(EndpointSummary::endpointName)
			.containsExactly("failed");
	}

	@Test
	void endpointsAndModelsAreListedAndDescribed() {
		assertThat(client.listEndpointsPaginator().endpoints()).hasSize(18);
		assertThat(client.listEndpoints((b) -> b.statusEquals(EndpointStatus.FAILED).maxResults(100)).endpoints())
			.singleElement()
			.satisfies((endpoint) -> assertThat(endpoint.endpointName()).isEqualTo("failed"));
		assertThat(client.listModels().models()).hasSize(10);
		assertThat(client.listEndpointConfigs((b) -> b.nameContains("batch").maxResults(100)).endpointConfigs())
			.hasSize(1);
		assertThat(client.describeModel((b) -> b.modelName("chained-1")).containers()).hasSize(2);
		assertThat(client.describeModel((b) -> b.modelName("many-1")).primaryContainer().modeAsString())
			.isEqualTo("MultiModel");
		assertThat(client.describeEndpointConfig((b) -> b.endpointConfigName("chat-serverless"))
			.productionVariants()
			.getFirst()
			.serverlessConfig()
			.maxConcurrency()).isEqualTo(20);
		assertThatExceptionOfType(SageMakerException.class)
			.isThrownBy(() -> client.describeEndpoint((b) -> b.endpointName("nowhere")))
			.withMessageContaining(
					"Could not find endpoint \"arn:aws:sagemaker:us-east-1:111122223333:endpoint/nowhere\"");
	}

	private static DescribeInferenceExperimentResponse describe(String name) {
		return client.describeInferenceExperiment((b) -> b.name(name));
	}

	private static Tag tag(String key, String value) {
		return Tag.builder().key(key).value(value).build();
	}

}
