/**
 * What there is to choose from in an AWS account, and whether the account is as a
 * definition needs it: endpoints, models, roles and instance types.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "actor", "target", "definition", "database", "sagemaker", "delivery",
		"experiment", "shell" })
package dev.understudy.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
