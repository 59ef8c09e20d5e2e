/** Pages and REST of what was found in SageMaker. */
@NullMarked
package dev.understudy.tracking.web;

import org.jspecify.annotations.NullMarked;
