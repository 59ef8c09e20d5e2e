/**
 * Templates: definitions that admins keep for others to begin with, some members of which
 * are locked. What a template locks its drafts are held to, as it stands now.
 */
@NullMarked
@ApplicationModule(
		allowedDependencies = { "actor", "target", "definition", "database", "audit", "experiment", "shell" })
package dev.understudy.template;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
