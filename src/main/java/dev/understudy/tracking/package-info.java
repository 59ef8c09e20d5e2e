/**
 * Asks SageMaker what became of the live experiments and tells what it saw.
 */
@NullMarked
@ApplicationModule(
		allowedDependencies = { "actor", "target", "definition", "database", "sagemaker", "experiment", "audit" })
package dev.understudy.tracking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
