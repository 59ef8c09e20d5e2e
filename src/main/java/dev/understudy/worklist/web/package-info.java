/** The pages of kept filters and of what is done to many at once. */
@NullMarked
package dev.understudy.worklist.web;

import org.jspecify.annotations.NullMarked;
