/**
 * What a shadow test costs: prices that admins keep, and estimates made of them. What is
 * not known is said to be unknown.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "actor", "target", "definition", "audit", "experiment", "catalog", "shell" })
package dev.understudy.cost;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
