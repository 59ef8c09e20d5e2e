package dev.understudy.sagemaker.aws;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.CreateInferenceExperimentRequest;
import software.amazon.awssdk.services.sagemaker.model.CreateInferenceExperimentResponse;
import software.amazon.awssdk.services.sagemaker.model.InferenceExperimentSummary;
import software.amazon.awssdk.services.sagemaker.model.ListInferenceExperimentsResponse;
import software.amazon.awssdk.services.sagemaker.model.ListTagsResponse;
import software.amazon.awssdk.services.sagemaker.model.SortOrder;
import software.amazon.awssdk.services.sagemaker.model.SortInferenceExperimentsBy;
import software.amazon.awssdk.services.sagemaker.model.Tag;
import tools.jackson.databind.json.JsonMapper;

import dev.understudy.definition.Definition;
import dev.understudy.sagemaker.Accepted;
import dev.understudy.sagemaker.ChangeRequest;
import dev.understudy.sagemaker.ListPage;
import dev.understudy.sagemaker.ListRequest;
import dev.understudy.sagemaker.Observed;
import dev.understudy.sagemaker.SageMakerRefusal;
import dev.understudy.sagemaker.SageMakerRefusal.Kind;
import dev.understudy.sagemaker.SendGuard;
import dev.understudy.sagemaker.ShadowTest;
import dev.understudy.sagemaker.ShadowTests;
import dev.understudy.target.Target;

/**
 * Shadow tests through AWS's SDK.
 */
@Component
class SdkShadowTests implements ShadowTests {

	/** Fifty tags at most fit on one page; more pages than this mean a loop. */
	private static final int MOST_TAG_PAGES = 20;

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final SdkClients clients;

	private final SdkChanges changes;

	SdkShadowTests(SdkClients clients, SdkChanges changes) {
		this.clients = clients;
		this.changes = changes;
	}

	@Override
	public Accepted create(Target target, Definition definition, List<Definition.Tag> reservedTags, SendGuard guard) {
		CreateInferenceExperimentRequest request = request(definition, reservedTags, guard);
		SageMakerClient client = this.clients.changing(target);
		CreateInferenceExperimentResponse answer = Refusals.sorted(() -> client.createInferenceExperiment(request));
		return SdkChanges.accepted(answer.inferenceExperimentArn(), answer);
	}

	private static CreateInferenceExperimentRequest request(Definition definition, List<Definition.Tag> reservedTags,
			SendGuard guard) {
		CreateInferenceExperimentRequest.Builder builder = CreateInferenceExperimentRequest.builder();
		WireJson.fill(builder, JSON.readTree(definition.json()));
		return builder
			.tags(Stream.concat(definition.tags().stream(), reservedTags.stream())
				.map((tag) -> Tag.builder().key(tag.key()).value(tag.value()).build())
				.toList())
			.overrideConfiguration((override) -> override.putExecutionAttribute(GuardInterceptor.GUARD, guard))
			.build();
	}

	@Override
	public Accepted change(Target target, ChangeRequest request, SendGuard guard) {
		return this.changes.send(target, request, guard);
	}

	@Override
	public Observed<ShadowTest> describe(Target target, String name) {
		return Refusals.sorted(() -> {
			var answer = this.clients.reading(target).describeInferenceExperiment((request) -> request.name(name));
			return new Observed<>(Descriptions.read(answer), RequestIds.of(answer));
		});
	}

	@Override
	public Map<String, String> tags(Target target, String arn) {
		Map<String, String> tags = new HashMap<>();
		String token = null;
		for (int page = 0; page < MOST_TAG_PAGES; page++) {
			ListTagsResponse answer = tagPage(target, arn, token);
			answer.tags().forEach((tag) -> tags.put(tag.key(), tag.value()));
			token = answer.nextToken();
			if (token == null) {
				return tags;
			}
		}
		throw new SageMakerRefusal(Kind.UNKNOWN, "endless-tags", "ListTags does not come to an end", null, null);
	}

	private ListTagsResponse tagPage(Target target, String arn, @Nullable String token) {
		return Refusals.sorted(() -> this.clients.reading(target)
			.listTags((request) -> request.resourceArn(arn).maxResults(100).nextToken(token)));
	}

	@Override
	public ListPage list(Target target, ListRequest request) {
		ListInferenceExperimentsResponse answer = Refusals.sorted(() -> this.clients.reading(target)
			.listInferenceExperiments((list) -> list.sortBy(SortInferenceExperimentsBy.CREATION_TIME)
				.sortOrder(SortOrder.DESCENDING)
				.maxResults(request.pageSize())
				.nextToken(request.nextToken())));
		return new ListPage(answer.inferenceExperiments().stream().map(SdkShadowTests::item).toList(),
				answer.nextToken());
	}

	private static ListPage.Item item(InferenceExperimentSummary summary) {
		return new ListPage.Item(summary.name(), summary.statusAsString(), summary.creationTime(),
				summary.completionTime(), summary.lastModifiedTime());
	}

}
