package dev.understudy.cost;

import org.jspecify.annotations.Nullable;

/**
 * What a draft would cost.
 *
 * @param estimate what its shadow would cost
 * @param region where it would run
 * @param resizing what it would change in production; null if nothing, or if that is not
 * known
 */
public record Quote(Estimate estimate, String region, @Nullable Resizing resizing) {

}
