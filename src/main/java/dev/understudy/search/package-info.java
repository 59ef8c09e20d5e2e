/**
 * One search over everything a person may want to get to: experiments, endpoints, pages
 * and topics of the help; and the keys that lead there.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "actor", "target", "experiment" })
package dev.understudy.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
