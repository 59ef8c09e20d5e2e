package dev.understudy.experiment.web;

import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import dev.understudy.experiment.FailedChange;

/**
 * The last change in the API, if it came to nothing and nobody has taken note.
 *
 * @param operationId the operation that says why
 * @param type what it was to change
 * @param askedBy who had asked for it
 */
@Schema(name = "FailedChange")
record FailedChangeBody(UUID operationId, @Schema(allowableValues = {
		"start", "stop", "update", "delete", "tag" }) String type, String askedBy){

	static @Nullable FailedChangeBody of(@Nullable FailedChange failed) {
		return (failed != null) ? new FailedChangeBody(failed.operationId(), failed.type().id(), failed.askedBy())
				: null;
	}

}
