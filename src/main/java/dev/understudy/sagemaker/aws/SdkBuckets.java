package dev.understudy.sagemaker.aws;

import java.util.List;

import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.s3.S3Client;

import dev.understudy.sagemaker.Buckets;
import dev.understudy.target.Target;

/**
 * S3 through AWS's SDK.
 */
@Component
class SdkBuckets implements Buckets {

	/** Without any parameter S3 does not tell regions. */
	private static final int PAGE = 1000;

	private final SdkClients clients;

	SdkBuckets(SdkClients clients) {
		this.clients = clients;
	}

	@Override
	public List<Bucket> list(Target target, int most) {
		S3Client client = Refusals.sorted(() -> this.clients.buckets(target));
		return Refusals.sorted(() -> client.listBucketsPaginator((request) -> request.maxBuckets(PAGE))
			.buckets()
			.stream()
			.map((it) -> new Bucket(it.name(), it.bucketRegion()))
			.limit(most)
			.toList());
	}

}
