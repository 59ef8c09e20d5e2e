package dev.understudy.simulator;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.AliasListEntry;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * AWS's own clients of KMS and S3 against the simulator, unmodified.
 */
class StorageTests {

	private static RunningSimulator simulator;

	private static KmsClient keys;

	private static S3Client buckets;

	@BeforeAll
	static void start(@TempDir Path directory) {
		simulator = new RunningSimulator(directory);
		keys = prepare(KmsClient.builder()).build();
		buckets = prepare(S3Client.builder()).build();
	}

	private static <B extends AwsClientBuilder<B, ?> & SdkSyncClientBuilder<B, ?>> B prepare(B builder) {
		return builder.endpointOverride(simulator.endpoint())
			.region(Region.US_EAST_1)
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
			.httpClientBuilder(UrlConnectionHttpClient.builder())
			.overrideConfiguration((override) -> override.retryStrategy(AwsRetryStrategy.doNotRetry()));
	}

	@AfterEach
	void clear() {
		simulator.control().clearFaults();
	}

	@AfterAll
	static void stop() {
		keys.close();
		buckets.close();
		simulator.close();
	}

	@Test
	void aliasesComeInPagesAndSomeHaveNoKey() {
		List<AliasListEntry> aliases = keys.listAliasesPaginator((request) -> request.limit(2))
			.aliases()
			.stream()
			.toList();
		assertThat(aliases).extracting(AliasListEntry::aliasName)
			.containsExactly("alias/aws/s3", "alias/aws/sagemaker", "alias/fraud", "alias/ml", "alias/ranking");
		assertThat(aliases.getFirst().targetKeyId()).isNull();
		assertThat(aliases.get(3).aliasArn()).isEqualTo("arn:aws:kms:us-east-1:111122223333:alias/ml");
		assertThat(keys.listAliases((request) -> request.keyId(aliases.get(3).targetKeyId())).aliases())
			.extracting(AliasListEntry::aliasName)
			.containsExactly("alias/ml");
	}

	@Test
	void bucketsComeInPagesAndTellTheirRegionToThoseWhoAskForSomething() {
		assertThat(buckets.listBucketsPaginator((request) -> request.maxBuckets(3)).buckets()).extracting(Bucket::name)
			.containsExactly("acme-frankfurt-sagemaker", "acme-logs", "acme-sagemaker", "acme-sagemaker-captures");
		assertThat(buckets.listBuckets((request) -> request.bucketRegion("eu-central-1")).buckets()).singleElement()
			.satisfies((bucket) -> assertThat(bucket.bucketRegion()).isEqualTo("eu-central-1"));
		assertThat(buckets.listBuckets((request) -> request.prefix("acme-s")).buckets()).hasSize(2);
		ListBucketsResponse all = buckets.listBuckets();
		assertThat(all.buckets()).hasSize(4).allSatisfy((bucket) -> assertThat(bucket.bucketRegion()).isNull());
		assertThat(all.buckets().getFirst().creationDate()).isEqualTo(Catalog.BEGINNING);
		assertThat(all.responseMetadata().requestId()).isNotEqualTo("UNKNOWN");
	}

	@Test
	void bothCanBeDenied() {
		deny("ListAliases", "AccessDeniedException");
		deny("ListBuckets", "AccessDenied");
		assertThatExceptionOfType(AwsServiceException.class).isThrownBy(keys::listAliases)
			.satisfies((refusal) -> isDenied(refusal, "AccessDeniedException"));
		assertThatExceptionOfType(AwsServiceException.class).isThrownBy(buckets::listBuckets)
			.satisfies((refusal) -> isDenied(refusal, "AccessDenied"));
		assertThat(buckets.listBuckets().buckets()).hasSize(4);
	}

	@Test
	void aSizeThatIsNoneIsRefused() {
		assertThatExceptionOfType(AwsServiceException.class)
			.isThrownBy(() -> buckets.listBuckets((request) -> request.maxBuckets(0)))
			.satisfies((refusal) -> assertThat(refusal.statusCode()).isEqualTo(400));
	}

	private static void deny(String operation, String code) {
		simulator.control()
			.fault(operation, "error", Map.of("status", 403, "code", code, "message", "Not <allowed> & not known"));
	}

	private static void isDenied(AwsServiceException refusal, String code) {
		assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo(code);
		assertThat(refusal.awsErrorDetails().errorMessage()).isEqualTo("Not <allowed> & not known");
		assertThat(refusal.requestId()).isNotBlank();
		assertThat(refusal.statusCode()).isEqualTo(403);
	}

}
