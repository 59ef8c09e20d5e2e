package dev.understudy.experiment;

import dev.understudy.definition.Draft;
import dev.understudy.target.Target;

/**
 * What another module has to say about a draft while somebody is writing it. The form
 * shows what beans of this type say below its schedule, again and again as one types.
 */
public interface DraftPanel {

	/**
	 * Says something about a draft. Called outside any transaction.
	 * @param draft what stands in the form, complete or not
	 * @param target the AWS account and region it is meant for
	 * @return what to show
	 */
	Content of(Draft draft, Target target);

	/**
	 * A fragment with what it shows.
	 *
	 * @param fragment name of a template and its fragment, a constant, such as
	 * "cost/estimate :: panel"
	 * @param name what the fragment calls the value
	 * @param value what it shows
	 */
	record Content(String fragment, String name, Object value) {
	}

}
