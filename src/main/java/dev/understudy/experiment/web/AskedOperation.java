package dev.understudy.experiment.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An operation that a program asks for.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", visible = true)
@JsonSubTypes({ @JsonSubTypes.Type(value = AskedOperation.Create.class, name = "create"), @JsonSubTypes.Type(
		value = AskedOperation.Later.class, names = { "start", "stop", "update", "delete", "tag" }) })
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
	 * One that Understudy knows of and does not carry.
	 *
	 * @param type its name
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Later(String type) implements AskedOperation {

	}

}
