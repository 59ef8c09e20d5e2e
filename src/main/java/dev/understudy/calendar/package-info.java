/**
 * When which endpoint is taken: a page with a lane for each endpoint, and a feed that
 * calendar programs subscribe to.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "access", "actor", "target", "audit", "experiment", "shell" })
package dev.understudy.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
