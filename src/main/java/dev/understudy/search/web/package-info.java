/** The palette, the page of results and the REST resource. */
@NullMarked
package dev.understudy.search.web;

import org.jspecify.annotations.NullMarked;
