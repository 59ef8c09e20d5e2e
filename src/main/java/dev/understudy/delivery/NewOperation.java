package dev.understudy.delivery;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.understudy.definition.CanonicalForm;
import dev.understudy.definition.Definition;
import dev.understudy.definition.Draft;
import dev.understudy.target.Target;

/**
 * An operation somebody asks for.
 *
 * @param type what it changes
 * @param experimentId the experiment it belongs to
 * @param target where it goes
 * @param name the name SageMaker knows, or will know, the shadow test by
 * @param subject which shadow test it is about; absent for a Create
 * @param payload the frozen document, canonical JSON
 * @param sha256 SHA-256 of the payload in hexadecimal digits
 */
public record NewOperation(OperationType type, UUID experimentId, Target target, String name, @Nullable Subject subject,
		String payload, String sha256) {

	/** What a reason may have beside the mark that tells whose stop it was. */
	public static final int LONGEST_REASON = 970;

	/**
	 * Asks for the creation of a shadow test.
	 * @param experimentId the experiment it belongs to
	 * @param target where
	 * @param definition what
	 * @return what to ask for
	 */
	public static NewOperation create(UUID experimentId, Target target, Definition definition) {
		return new NewOperation(OperationType.CREATE, experimentId, target, definition.name(), null, definition.json(),
				definition.sha256());
	}

	/**
	 * Asks to start a scheduled shadow test now (AWS API: StartInferenceExperiment).
	 * @param about the shadow test
	 * @return what to ask for
	 */
	public static NewOperation start(About about) {
		return change(OperationType.START, about, JsonNodeFactory.instance.objectNode());
	}

	/**
	 * Asks to stop a running shadow test (AWS API: StopInferenceExperiment).
	 * @param about the shadow test
	 * @param request the members of the request but its name: ModelVariantActions and, as
	 * wanted, DesiredModelVariants, DesiredState and Reason of at most
	 * {@value #LONGEST_REASON} characters
	 * @return what to ask for
	 */
	public static NewOperation stop(About about, ObjectNode request) {
		return change(OperationType.STOP, about, request);
	}

	/**
	 * Asks to update a shadow test (AWS API: UpdateInferenceExperiment).
	 * @param about the shadow test
	 * @param asked the members to change, as they are wanted
	 * @param seen the same members as the person saw them; absent where there was nothing
	 * @return what to ask for
	 */
	public static NewOperation update(About about, ObjectNode asked, ObjectNode seen) {
		ObjectNode payload = JsonNodeFactory.instance.objectNode();
		payload.set("asked", asked);
		payload.set("seen", seen);
		return change(OperationType.UPDATE, about, payload);
	}

	/**
	 * Asks to delete a shadow test that does not run (AWS API:
	 * DeleteInferenceExperiment).
	 * @param about the shadow test
	 * @return what to ask for
	 */
	public static NewOperation delete(About about) {
		return change(OperationType.DELETE, about, JsonNodeFactory.instance.objectNode());
	}

	/**
	 * Asks to change tags (AWS API: DeleteTags, AddTags).
	 * @param about the shadow test
	 * @param payload <code>add</code>, a list of Key and Value; <code>remove</code>, a
	 * list of keys; <code>seen</code>, an object with the values those keys had when the
	 * person saw them
	 * @return what to ask for
	 */
	public static NewOperation tag(About about, ObjectNode payload) {
		return change(OperationType.TAG, about, payload);
	}

	private static NewOperation change(OperationType type, About about, ObjectNode payload) {
		Draft frozen = Draft.of(payload);
		return new NewOperation(type, about.experimentId(), about.target(), about.name(), about.subject(),
				CanonicalForm.of(frozen), CanonicalForm.sha256(frozen));
	}

	/**
	 * What a change is about.
	 *
	 * @param experimentId the experiment it belongs to
	 * @param target where it is
	 * @param name the name SageMaker knows it by
	 * @param subject which one of that name
	 */
	public record About(UUID experimentId, Target target, String name, Subject subject) {
	}

}
