package dev.understudy.catalog.web;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import dev.understudy.catalog.CatalogEndpoint;
import dev.understudy.sagemaker.Endpoints.Facts;
import dev.understudy.sagemaker.Endpoints.Variant;

/**
 * An endpoint for programs.
 *
 * @param name its name
 * @param status SageMaker's status
 * @param usable whether a shadow test can use it; absent while it was not looked into
 * @param obstacle why not
 * @param config name of its configuration
 * @param productionVariants the variants that answer
 * @param shadowVariants the variants that get copies
 * @param modifiedAt when it changed last
 * @param observedAt when it was looked into
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EndpointItem(String name, String status, @Nullable Boolean usable,
		@Schema(type = "string", example = "serverless") @Nullable String obstacle, @Nullable String config,
		@Nullable List<Variant> productionVariants, @Nullable List<Variant> shadowVariants,
		@Nullable Instant modifiedAt, @Nullable Instant observedAt) {

	static EndpointItem of(CatalogEndpoint endpoint) {
		Facts facts = endpoint.facts();
		return new EndpointItem(endpoint.name(), endpoint.status(),
				(facts != null) ? endpoint.obstacle() == null : null,
				(endpoint.obstacle() != null) ? endpoint.obstacle().id() : null,
				(facts != null) ? facts.config() : null, (facts != null) ? facts.production() : null,
				(facts != null) ? facts.shadow() : null, endpoint.modifiedAt(), endpoint.lookedAt());
	}

}
