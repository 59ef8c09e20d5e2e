/**
 * Experiments from first draft to archived record: drafts and revisions, their lifecycle,
 * what SageMaker was seen to say about them, and the pages and REST resources for all of
 * that.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "actor", "target", "definition", "database", "audit", "delivery", "shell" })
package dev.understudy.experiment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
