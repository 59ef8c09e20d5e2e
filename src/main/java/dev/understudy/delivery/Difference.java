package dev.understudy.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where what stands in SageMaker is neither what was asked for nor what the person saw.
 *
 * @param pointer JSON pointer into the definition; for a tag, <code>/Tags/</code> and its
 * key
 * @param asked what was asked for; absent for nothing
 * @param seen what the person saw; absent for nothing
 * @param now what stands there now; absent for nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Difference(String pointer, @Nullable JsonNode asked, @Nullable JsonNode seen, @Nullable JsonNode now) {

}
