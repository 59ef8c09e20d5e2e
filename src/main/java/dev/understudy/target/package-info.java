/** AWS accounts and regions that shadow tests may run in. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.understudy.target;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
