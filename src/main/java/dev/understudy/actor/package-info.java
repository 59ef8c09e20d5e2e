/** Who acts, and what they may do. Plain Java, known to every module. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.understudy.actor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
