package dev.understudy.sagemaker;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.understudy.target.Target;

/**
 * The S3 buckets an account owns. Every method is a remote call: never within a
 * transaction.
 */
@FunctionalInterface
public interface Buckets {

	/**
	 * The buckets of all regions, all pages but no more than so many (AWS API: S3,
	 * ListBuckets).
	 * @param target whose
	 * @param most how many at most
	 * @return buckets
	 * @throws SageMakerRefusal if a page could not be read
	 */
	List<Bucket> list(Target target, int most);

	/**
	 * A bucket.
	 *
	 * @param name its name
	 * @param region where it is; null if AWS did not tell
	 */
	record Bucket(String name, @Nullable String region) {

	}

}
