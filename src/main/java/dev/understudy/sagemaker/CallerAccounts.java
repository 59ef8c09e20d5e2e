package dev.understudy.sagemaker;

import dev.understudy.target.Target;

/**
 * Says whose credentials are used for a target.
 */
public interface CallerAccounts {

	/**
	 * The account that the credentials in use belong to (AWS API: STS GetCallerIdentity,
	 * asked once for each set of credentials).
	 * @param target where they are used
	 * @return twelve digits
	 * @throws SageMakerRefusal if that could not be learnt
	 */
	String accountFor(Target target);

}
