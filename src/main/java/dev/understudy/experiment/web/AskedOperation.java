package dev.understudy.experiment.web;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.understudy.definition.Definition;
import dev.understudy.experiment.StopOrder;

/**
 * An operation that a program asks for.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", visible = true)
@JsonSubTypes({ @JsonSubTypes.Type(value = AskedOperation.Create.class, name = "create"),
		@JsonSubTypes.Type(value = AskedOperation.Start.class, name = "start"),
		@JsonSubTypes.Type(value = AskedOperation.Stop.class, name = "stop"),
		@JsonSubTypes.Type(value = AskedOperation.Update.class, name = "update"),
		@JsonSubTypes.Type(value = AskedOperation.Delete.class, name = "delete"),
		@JsonSubTypes.Type(value = AskedOperation.Tag.class, name = "tag") })
sealed interface AskedOperation {

	/**
	 * To create the shadow test in SageMaker.
	 *
	 * @param type always "create"
	 * @param revision the revision that was reviewed; the latest if left out
	 */
	@Schema(name = "CreateOperation")
	record Create(@Schema(allowableValues = "create", requiredMode = Schema.RequiredMode.REQUIRED) String type,
			@Schema(example = "3") @Nullable Integer revision) implements AskedOperation {
	}

	/**
	 * To start a scheduled one now.
	 *
	 * @param type always "start"
	 */
	@Schema(name = "StartOperation")
	record Start(@Schema(allowableValues = "start", requiredMode = Schema.RequiredMode.REQUIRED) String type)
			implements
				AskedOperation {
	}

	/**
	 * To stop a running one.
	 *
	 * @param type always "stop"
	 * @param action what becomes of the variants
	 * @param instances what the variants that stay run on; those of production if left
	 * out
	 * @param desiredModelVariants with custom instances, one or two variants
	 * @param desiredState the status to end with; Completed if left out
	 * @param reason why; required to promote
	 */
	@Schema(name = "StopOperation")
	record Stop(@Schema(allowableValues = "stop", requiredMode = Schema.RequiredMode.REQUIRED) String type,
			@NotNull @Schema(requiredMode = Schema.RequiredMode.REQUIRED,
					description = "promote: the shadow becomes production; discard: the shadow goes; keep: both stay") StopOrder.Action action,
			@Schema(description = "What a promoted shadow runs on; production if left out") StopOrder.@Nullable Instances instances,
			@ArraySchema(maxItems = 2,
					arraySchema = @Schema(description = "With custom instances; as ModelVariants of a definition"),
					schema = @Schema(type = "object")) @Nullable JsonNode desiredModelVariants,
			@Schema(description = "Completed if left out") StopOrder.@Nullable DesiredState desiredState,
			@Schema(maxLength = 970, description = "On one line; required to promote") @Nullable String reason)
			implements
				AskedOperation {

		StopOrder order() {
			return new StopOrder(this.action,
					Objects.requireNonNullElse(this.instances, StopOrder.Instances.PRODUCTION),
					this.desiredModelVariants,
					Objects.requireNonNullElse(this.desiredState, StopOrder.DesiredState.COMPLETED), this.reason);
		}

	}

	/**
	 * To change what can be changed of its definition.
	 *
	 * @param type always "update"
	 * @param definition the definition as it is wanted; members that are left out stay
	 */
	@Schema(name = "UpdateOperation")
	record Update(@Schema(allowableValues = "update", requiredMode = Schema.RequiredMode.REQUIRED) String type,
			@NotNull @Schema(type = "object", requiredMode = Schema.RequiredMode.REQUIRED,
					description = "The whole definition or some members of it; those left out stay as they are") JsonNode definition)
			implements
				AskedOperation {
	}

	/**
	 * To delete it in SageMaker.
	 *
	 * @param type always "delete"
	 */
	@Schema(name = "DeleteOperation")
	record Delete(@Schema(allowableValues = "delete", requiredMode = Schema.RequiredMode.REQUIRED) String type)
			implements
				AskedOperation {
	}

	/**
	 * To change its tags.
	 *
	 * @param type always "tag"
	 * @param add tags to set
	 * @param remove keys of tags to take away
	 */
	@Schema(name = "TagOperation")
	record Tag(@Schema(allowableValues = "tag", requiredMode = Schema.RequiredMode.REQUIRED) String type,
			@Nullable List<@NotNull @Valid Pair> add,
			@Nullable List<@NotNull String> remove) implements AskedOperation {

		List<Definition.Tag> added() {
			return (this.add != null)
					? this.add.stream().map((pair) -> new Definition.Tag(pair.key(), pair.value())).toList()
					: List.of();
		}

		List<String> removed() {
			return (this.remove != null) ? this.remove : List.of();
		}

	}

	/**
	 * A tag, as a definition has them.
	 *
	 * @param key its key
	 * @param value its value, which may be empty
	 */
	@Schema(name = "Tag")
	record Pair(
			@JsonProperty("Key") @NotNull @Schema(name = "Key", requiredMode = Schema.RequiredMode.REQUIRED) String key,
			@JsonProperty("Value") @NotNull @Schema(name = "Value",
					requiredMode = Schema.RequiredMode.REQUIRED) String value) {
	}

}
