package dev.understudy.definition;

import java.util.List;

import tools.jackson.databind.node.ObjectNode;

/**
 * The members that can be changed once an experiment exists (AWS API:
 * UpdateInferenceExperiment).
 */
public final class UpdatableMembers {

	/** Their names, in the order in which people read them. */
	public static final List<String> NAMES = List.of("Description", "Schedule", "ModelVariants", "DataStorageConfig",
			"ShadowModeConfig");

	private static final List<String> NEVER = List.of("Name", "Type", "RoleArn", "EndpointName", "KmsKey", "Tags");

	private UpdatableMembers() {
	}

	/**
	 * The draft without the members an update cannot hold.
	 */
	static Draft of(Draft draft) {
		ObjectNode document = draft.document();
		document.remove(NEVER);
		return new Draft(document);
	}

}
