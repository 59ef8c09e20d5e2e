package dev.understudy.catalog;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * An instance type as a region offers it.
 *
 * @param type the instance type
 * @param source where it is known from that the region has it, and what it costs there;
 * absent where nobody knows
 */
public record OfferedType(@JsonUnwrapped InstanceType type, RegionalTypes.@Nullable Source source) {

}
