package dev.understudy.template.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import dev.understudy.definition.Draft;
import dev.understudy.template.Template;

/**
 * A template in the API.
 *
 * @param id its id, a UUIDv7
 * @param name what people call it
 * @param description what it is for; absent if nobody said
 * @param definition what its drafts begin with
 * @param locked RFC 6901 pointers of what they cannot change, each with what lies below
 * @param version counts its changes, from 1; its ETag
 * @param uses how many drafts were begun with it
 * @param changedBy who changed it last
 * @param changedAt when
 * @param madeAt when it was made
 * @param retiredAt since when it is not used any more
 */
@Schema(name = "Template", description = "A definition to begin with")
@JsonInclude(JsonInclude.Include.NON_NULL)
record TemplateBody(UUID id, String name, @Nullable String description, @Schema(type = "object",
		description = "As CreateInferenceExperiment takes it, without a name; may be" + " incomplete") Draft definition,
		List<String> locked, int version, int uses, String changedBy, Instant changedAt, Instant madeAt,
		@Nullable Instant retiredAt) {

	static TemplateBody of(Template template) {
		String description = template.content().description();
		return new TemplateBody(template.id(), template.name(), description.isEmpty() ? null : description,
				template.content().definition(), template.content().locks().pointers(), template.version(),
				template.uses(), template.author(), template.changedAt(), template.madeAt(), template.retiredAt());
	}

}
