/** Sign-in, users and tokens as pages. */
@NullMarked
package dev.understudy.access.web;

import org.jspecify.annotations.NullMarked;
