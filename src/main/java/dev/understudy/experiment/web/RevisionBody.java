package dev.understudy.experiment.web;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import dev.understudy.definition.Draft;
import dev.understudy.experiment.Revision;

/**
 * A revision in the API.
 *
 * @param number counts from 1
 * @param definitionSha256 SHA-256 of the definition's canonical form
 * @param author who made it
 * @param createdAt when it was made
 * @param definition the definition as it was typed; left out in lists
 */
@Schema(name = "Revision", description = "A numbered snapshot of a definition")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RevisionBody(int number, String definitionSha256, String author, Instant createdAt,
		@Schema(type = "object", example = Examples.DEFINITION) @Nullable Draft definition) {

	static RevisionBody of(Revision revision) {
		return new RevisionBody(revision.number(), revision.sha256(), revision.author(), revision.at(),
				revision.draft());
	}

	static RevisionBody item(Revision revision) {
		return new RevisionBody(revision.number(), revision.sha256(), revision.author(), revision.at(), null);
	}

}
