package dev.understudy.delivery;

import java.util.UUID;

import dev.understudy.definition.Definition;
import dev.understudy.target.Target;

/**
 * An operation somebody asks for.
 *
 * @param type what it changes
 * @param experimentId the experiment it belongs to
 * @param target where it goes
 * @param name the name SageMaker knows, or will know, the shadow test by
 * @param payload the frozen document, canonical JSON
 * @param sha256 SHA-256 of the payload in hexadecimal digits
 */
public record NewOperation(OperationType type, UUID experimentId, Target target, String name, String payload,
		String sha256) {

	/**
	 * Asks for the creation of a shadow test.
	 * @param experimentId the experiment it belongs to
	 * @param target where
	 * @param definition what
	 * @return what to ask for
	 */
	public static NewOperation create(UUID experimentId, Target target, Definition definition) {
		return new NewOperation(OperationType.CREATE, experimentId, target, definition.name(), definition.json(),
				definition.sha256());
	}

}
