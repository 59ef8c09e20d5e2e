/**
 * Who may come in: users, API tokens, sign-in and the security of every path.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "actor", "audit", "database", "shell" })
package dev.understudy.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
