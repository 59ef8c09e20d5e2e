package dev.understudy.sagemaker;

import java.util.Optional;

import dev.understudy.target.Target;

/**
 * What Application Auto Scaling does with the variants of endpoints. Every method is a
 * remote call: never within a transaction.
 */
public interface Scaling {

	/**
	 * Whether the number of a variant's instances is changed automatically (AWS API:
	 * Application Auto Scaling, DescribeScalableTargets).
	 * @param target where
	 * @param endpoint the endpoint's name
	 * @param variant the variant's name
	 * @return between which numbers, empty if it is not registered for that
	 * @throws SageMakerRefusal if AWS did not say
	 */
	Optional<Bounds> of(Target target, String endpoint, String variant);

	/**
	 * Between which numbers instances are scaled.
	 *
	 * @param least at least this many
	 * @param most at most this many
	 */
	record Bounds(int least, int most) {

	}

}
