/**
 * What there is to choose from in an AWS account: endpoints, models, roles and instance
 * types.
 */
@NullMarked
@ApplicationModule(
		allowedDependencies = { "actor", "target", "definition", "sagemaker", "delivery", "experiment", "shell" })
package dev.understudy.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
