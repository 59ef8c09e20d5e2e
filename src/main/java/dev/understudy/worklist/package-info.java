/**
 * Working through the list of experiments: filters that a person keeps, and things done
 * to many experiments at once with a result for each.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "actor", "target", "definition", "database", "audit", "delivery",
		"experiment", "shell" })
package dev.understudy.worklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
