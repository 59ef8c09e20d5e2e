package dev.understudy.catalog;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.understudy.sagemaker.Endpoints.Facts;

/**
 * An endpoint as it was read last.
 *
 * @param name its name
 * @param status the raw text of its status
 * @param modifiedAt when it changed last, as the list says
 * @param facts its configuration and variants; absent while it is known by name only
 * @param obstacle why a shadow test cannot use it
 * @param lookedAt when the facts were read
 */
public record CatalogEndpoint(String name, String status, @Nullable Instant modifiedAt, @Nullable Facts facts,
		@Nullable Obstacle obstacle, @Nullable Instant lookedAt) {

}
