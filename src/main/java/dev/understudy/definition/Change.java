package dev.understudy.definition;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A value that differs between two drafts.
 *
 * @param pointer where, as an RFC 6901 pointer
 * @param before the value in the first, {@code null} if it has none there
 * @param after the value in the second, {@code null} if it has none there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Change(String pointer, @Nullable JsonNode before, @Nullable JsonNode after) {

}
