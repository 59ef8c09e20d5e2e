/**
 * What every page and every answer of the API has in common: the page frame, error pages,
 * problem details, form binding, paging and the request id.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "actor" })
package dev.understudy.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
