package dev.understudy.template.web;

import java.util.List;
import java.util.Objects;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.understudy.definition.Draft;
import dev.understudy.template.Locks;
import dev.understudy.template.TemplateContent;

/**
 * A template as a program wants it.
 *
 * @param name 1 to 63 characters; no two in use differ in case only
 * @param description what it is for, up to 400 characters
 * @param definition a definition without a name; members may be missing
 * @param locked RFC 6901 pointers into the definition of what drafts cannot change; one
 * to an optional member that is missing asks for it to stay so
 */
@Schema(name = "WantedTemplate", example = """
		{ "name": "Standard shadow test", "description": "Half the traffic, captured where we look for it.",
		  "definition": { "Type": "ShadowMode",
		    "ShadowModeConfig": { "SourceModelVariantName": "production",
		      "ShadowModelVariants": [ { "ShadowModelVariantName": "shadow", "SamplingPercentage": 50 } ] } },
		  "locked": [ "/ShadowModeConfig/ShadowModelVariants/0/SamplingPercentage", "/KmsKey" ] }""")
record WantedTemplate(@NotNull @Schema(minLength = 1, maxLength = TemplateContent.LONGEST_NAME) String name,
		@Nullable @Schema(maxLength = TemplateContent.LONGEST_DESCRIPTION) String description,
		@NotNull @Schema(type = "object", description = "As CreateInferenceExperiment takes it") JsonNode definition,
		@Nullable @Size(max = 200) List<@NotNull String> locked) {

	TemplateContent content() {
		return new TemplateContent(this.name, Objects.requireNonNullElse(this.description, ""),
				Draft.of(this.definition), new Locks(Objects.requireNonNullElse(this.locked, List.of())));
	}

}
