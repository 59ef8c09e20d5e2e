/**
 * What people say to each other about an experiment: comments that are never changed,
 * only taken back by who wrote them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "actor", "database", "audit", "experiment", "shell" })
package dev.understudy.discussion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
