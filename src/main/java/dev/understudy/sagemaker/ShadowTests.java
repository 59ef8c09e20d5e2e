package dev.understudy.sagemaker;

import java.util.List;
import java.util.Map;

import dev.understudy.definition.Definition;
import dev.understudy.target.Target;

/**
 * Shadow tests as SageMaker keeps them. Every method is a remote call: never within a
 * transaction.
 */
public interface ShadowTests {

	/**
	 * Asks SageMaker to create a shadow test, with exactly one attempt on the wire (AWS
	 * API: CreateInferenceExperiment).
	 * @param target where
	 * @param definition what
	 * @param reservedTags tags to carry beside those of the definition
	 * @param guard asked after signing, right before the first byte leaves
	 * @return SageMaker's yes
	 * @throws SageMakerRefusal any other answer or none;
	 * {@link SageMakerRefusal.Kind#NOT_SENT} only if the guard refused
	 */
	Accepted create(Target target, Definition definition, List<Definition.Tag> reservedTags, SendGuard guard);

	/**
	 * Asks SageMaker to change a shadow test, with exactly one attempt on the wire.
	 * @param target where
	 * @param request what to change
	 * @param guard asked after signing, right before the first byte leaves
	 * @return SageMaker's yes, which does not mean that it is done
	 * @throws SageMakerRefusal any other answer or none;
	 * {@link SageMakerRefusal.Kind#NOT_SENT} only if the guard refused
	 */
	Accepted change(Target target, ChangeRequest request, SendGuard guard);

	/**
	 * Looks at one shadow test (AWS API: DescribeInferenceExperiment).
	 * @param target where
	 * @param name its name
	 * @return what SageMaker says about it
	 * @throws SageMakerRefusal with {@link SageMakerRefusal.Kind#NOT_FOUND} if SageMaker
	 * says that there is none, with another kind if it did not say
	 */
	Observed<ShadowTest> describe(Target target, String name);

	/**
	 * Reads every page of the tags (AWS API: ListTags).
	 * @param target where
	 * @param arn the shadow test's ARN as SageMaker gave it
	 * @return values by key
	 * @throws SageMakerRefusal if any page could not be read
	 */
	Map<String, String> tags(Target target, String arn);

	/**
	 * Reads one page (AWS API: ListInferenceExperiments). A page may be empty and still
	 * have a next one, and absence from a list proves nothing.
	 * @param target where
	 * @param request which page
	 * @return the page
	 * @throws SageMakerRefusal if it could not be read
	 */
	ListPage list(Target target, ListRequest request);

}
