/** Understudy: a console and REST backend for SageMaker inference experiments. */
@NullMarked
package dev.understudy;

import org.jspecify.annotations.NullMarked;
