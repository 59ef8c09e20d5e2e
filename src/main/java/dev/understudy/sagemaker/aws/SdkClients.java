package dev.understudy.sagemaker.aws;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.SageMakerClientBuilder;
import software.amazon.awssdk.services.sts.StsClient;

import dev.understudy.sagemaker.SageMakerProperties;
import dev.understudy.target.Target;

/**
 * The SDK's clients, two of SageMaker for each target: one that retries, for reading, and
 * one that puts every request on the wire exactly once, for changing something. The
 * others read what other services know.
 */
@Component
class SdkClients implements DisposableBean {

	private final SageMakerProperties properties;

	private final Access access;

	private final SdkHttpClient http;

	private final Map<Target, SageMakerClient> reading = new ConcurrentHashMap<>();

	private final Map<Target, SageMakerClient> changing = new ConcurrentHashMap<>();

	private final Map<Target, ApplicationAutoScalingClient> scaling = new ConcurrentHashMap<>();

	private final Map<Target, KmsClient> keys = new ConcurrentHashMap<>();

	private final Map<Target, S3Client> buckets = new ConcurrentHashMap<>();

	SdkClients(SageMakerProperties properties, Access access) {
		this.properties = properties;
		this.access = access;
		this.http = UrlConnectionHttpClient.builder()
			.connectionTimeout(properties.connectTimeout())
			.socketTimeout(properties.callTimeout())
			.build();
	}

	SageMakerClient reading(Target target) {
		return this.reading.computeIfAbsent(target,
				(it) -> SageMakerClient.builder().applyMutation((builder) -> configure(builder, it)).build());
	}

	SageMakerClient changing(Target target) {
		return this.changing.computeIfAbsent(target,
				(it) -> SageMakerClient.builder()
					.applyMutation((builder) -> configure(builder, it))
					.overrideConfiguration((override) -> override.apiCallTimeout(this.properties.callTimeout())
						.apiCallAttemptTimeout(this.properties.callTimeout())
						.retryStrategy(AwsRetryStrategy.doNotRetry())
						.addExecutionInterceptor(new GuardInterceptor()))
					.build());
	}

	/**
	 * A new client that tells whose credentials these are; whoever takes it closes it.
	 */
	StsClient sts(Target target) {
		return StsClient.builder()
			.httpClient(this.http)
			.region(Region.of(target.region()))
			.credentialsProvider(this.access.credentials())
			.overrideConfiguration((override) -> override.apiCallTimeout(this.properties.callTimeout()))
			.build();
	}

	ApplicationAutoScalingClient scaling(Target target) {
		return this.scaling.computeIfAbsent(target,
				(it) -> ApplicationAutoScalingClient.builder()
					.applyMutation((builder) -> prepareOther(builder, it))
					.build());
	}

	KmsClient keys(Target target) {
		return this.keys.computeIfAbsent(target,
				(it) -> KmsClient.builder().applyMutation((builder) -> prepareOther(builder, it)).build());
	}

	S3Client buckets(Target target) {
		return this.buckets.computeIfAbsent(target,
				(it) -> S3Client.builder().applyMutation((builder) -> prepareOther(builder, it)).build());
	}

	// What stands in for SageMaker answers for the other services too; AWS has an address
	// for each.
	private <B extends AwsClientBuilder<B, ?> & SdkSyncClientBuilder<B, ?>> void prepareOther(B builder,
			Target target) {
		prepare(builder, target);
		this.access.standIn(target).ifPresent(builder::endpointOverride);
	}

	private void configure(SageMakerClientBuilder builder, Target target) {
		prepare(builder, target);
		this.access.endpoint(target).ifPresent(builder::endpointOverride);
	}

	private <B extends AwsClientBuilder<B, ?> & SdkSyncClientBuilder<B, ?>> void prepare(B builder, Target target) {
		builder.httpClient(this.http)
			.region(Region.of(target.region()))
			.credentialsProvider(this.access.credentials())
			.overrideConfiguration((override) -> override.apiCallTimeout(this.properties.callTimeout()));
	}

	@Override
	public void destroy() {
		this.reading.values().forEach(SageMakerClient::close);
		this.changing.values().forEach(SageMakerClient::close);
		this.scaling.values().forEach(ApplicationAutoScalingClient::close);
		this.keys.values().forEach(KmsClient::close);
		this.buckets.values().forEach(S3Client::close);
		this.http.close();
	}

}
