/** The trail as pages and over REST. */
@NullMarked
package dev.understudy.audit.web;

import org.jspecify.annotations.NullMarked;
