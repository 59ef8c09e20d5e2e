/**
 * Carries operations to SageMaker exactly once, though SageMaker has no client token: an
 * intent is committed before a request leaves, a tag proves what is ours, and nothing is
 * sent again without looking.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "actor", "target", "definition", "database", "sagemaker", "audit", "shell" })
package dev.understudy.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
