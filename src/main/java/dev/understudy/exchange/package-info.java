/**
 * Definitions on their way in and out: read from what AWS's own tools write, and written
 * for the tools that people take them to.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "actor", "target", "definition", "sagemaker", "experiment", "shell" })
package dev.understudy.exchange;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
