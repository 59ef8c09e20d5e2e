/**
 * Asks SageMaker what became of the live experiments and tells what it saw; finds what
 * stands there besides them, and takes it under management where somebody says so.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "actor", "target", "definition", "database", "sagemaker", "experiment",
		"audit", "shell" })
package dev.understudy.tracking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
