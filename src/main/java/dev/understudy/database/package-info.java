/**
 * What stands on PostgreSQL for every module: the embedded server for a machine without
 * one, background jobs, ids and the database's clock.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.understudy.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
