/**
 * A stand-in SageMaker speaking AWS JSON 1.1 over HTTP. It starts inside the application
 * or alone, keeps its state in a journal file of its own and knows no other module.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.understudy.simulator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
