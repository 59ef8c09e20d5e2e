/**
 * The only door to SageMaker: ports in words of our own, and errors sorted into kinds.
 * AWS's SDK stays behind it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "definition", "target" })
package dev.understudy.sagemaker;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
