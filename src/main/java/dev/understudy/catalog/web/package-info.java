/** Pages and REST of what an account has, and of checks against it. */
@NullMarked
package dev.understudy.catalog.web;

import org.jspecify.annotations.NullMarked;
