package dev.understudy.sagemaker;

import java.util.List;

import dev.understudy.target.Target;

/**
 * The keys of an account's Key Management Service, as far as they have names. Every
 * method is a remote call: never within a transaction.
 */
@FunctionalInterface
public interface Keys {

	/**
	 * The names of keys, all pages but no more than so many (AWS API: KMS, ListAliases).
	 * A name that no key stands behind is left out.
	 * @param target where
	 * @param most how many at most
	 * @return names such as "alias/ml"
	 * @throws SageMakerRefusal if a page could not be read
	 */
	List<String> aliases(Target target, int most);

}
