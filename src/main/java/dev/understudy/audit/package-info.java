/**
 * The append-only trail of who did what, when, from what to what. Events of any module
 * that are {@link dev.understudy.audit.Audited} end up here within their own transaction.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "actor", "database", "shell" })
package dev.understudy.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
