package dev.understudy.sagemaker.aws;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.AddTagsRequest;
import software.amazon.awssdk.services.sagemaker.model.DeleteInferenceExperimentRequest;
import software.amazon.awssdk.services.sagemaker.model.DeleteTagsRequest;
import software.amazon.awssdk.services.sagemaker.model.SageMakerRequest;
import software.amazon.awssdk.services.sagemaker.model.SageMakerResponse;
import software.amazon.awssdk.services.sagemaker.model.StartInferenceExperimentRequest;
import software.amazon.awssdk.services.sagemaker.model.StopInferenceExperimentRequest;
import software.amazon.awssdk.services.sagemaker.model.Tag;
import software.amazon.awssdk.services.sagemaker.model.UpdateInferenceExperimentRequest;

import dev.understudy.definition.Definition;
import dev.understudy.sagemaker.Accepted;
import dev.understudy.sagemaker.ChangeRequest;
import dev.understudy.sagemaker.SageMakerRefusal;
import dev.understudy.sagemaker.SageMakerRefusal.Kind;
import dev.understudy.sagemaker.SendGuard;
import dev.understudy.target.Target;

/**
 * Changes shadow tests through AWS's SDK, each request once.
 */
@Component
class SdkChanges {

	private final SdkClients clients;

	SdkChanges(SdkClients clients) {
		this.clients = clients;
	}

	Accepted send(Target target, ChangeRequest request, SendGuard guard) {
		SageMakerClient client = this.clients.changing(target);
		SageMakerRequest.Builder wire = wire(request);
		wire.overrideConfiguration(
				AwsRequestOverrideConfiguration.builder().putExecutionAttribute(GuardInterceptor.GUARD, guard).build());
		return Refusals.sorted(() -> answer(client, wire.build()));
	}

	private static SageMakerRequest.Builder wire(ChangeRequest request) {
		return switch (request) {
			case ChangeRequest.Start(var name) -> StartInferenceExperimentRequest.builder().name(name);
			case ChangeRequest.Stop(var name, var members) ->
				WireJson.fill(StopInferenceExperimentRequest.builder(), members).name(name);
			case ChangeRequest.Update(var name, var members) ->
				WireJson.fill(UpdateInferenceExperimentRequest.builder(), members).name(name);
			case ChangeRequest.Delete(var name) -> DeleteInferenceExperimentRequest.builder().name(name);
			case ChangeRequest.AddTags(var arn, var tags) -> AddTagsRequest.builder().resourceArn(arn).tags(wire(tags));
			case ChangeRequest.DeleteTags(var arn, var keys) ->
				DeleteTagsRequest.builder().resourceArn(arn).tagKeys(keys);
		};
	}

	private static Accepted answer(SageMakerClient client, SageMakerRequest request) {
		return switch (request) {
			case StartInferenceExperimentRequest start -> {
				var answer = client.startInferenceExperiment(start);
				yield accepted(answer.inferenceExperimentArn(), answer);
			}
			case StopInferenceExperimentRequest stop -> {
				var answer = client.stopInferenceExperiment(stop);
				yield accepted(answer.inferenceExperimentArn(), answer);
			}
			case UpdateInferenceExperimentRequest update -> {
				var answer = client.updateInferenceExperiment(update);
				yield accepted(answer.inferenceExperimentArn(), answer);
			}
			case DeleteInferenceExperimentRequest delete -> {
				var answer = client.deleteInferenceExperiment(delete);
				yield accepted(answer.inferenceExperimentArn(), answer);
			}
			case AddTagsRequest add -> accepted(add.resourceArn(), client.addTags(add));
			case DeleteTagsRequest delete -> accepted(delete.resourceArn(), client.deleteTags(delete));
			default -> throw new IllegalArgumentException("Not a change: " + request);
		};
	}

	static Accepted accepted(@Nullable String arn, SageMakerResponse answer) {
		String requestId = RequestIds.of(answer);
		if (arn == null || arn.isBlank()) {
			throw new SageMakerRefusal(Kind.UNKNOWN, "no-arn", "SageMaker accepted without naming an ARN", requestId,
					null);
		}
		return new Accepted(arn, requestId);
	}

	private static List<Tag> wire(List<Definition.Tag> tags) {
		return tags.stream().map((tag) -> Tag.builder().key(tag.key()).value(tag.value()).build()).toList();
	}

}
