package dev.understudy.experiment;

import java.util.List;

import dev.understudy.definition.Finding;

/**
 * Has a say before a draft is frozen. Every bean of this type is asked outside any
 * transaction and may call SageMaker, but comes back within seconds: what it could not
 * learn in time it does not object to.
 */
@FunctionalInterface
public interface BeforeSubmitting {

	/**
	 * Inspects a draft without error findings that somebody wants to submit.
	 * @param view the experiment and its latest revision
	 * @return what speaks against it; an error forbids submitting
	 */
	List<Finding> inspect(ExperimentView view);

}
