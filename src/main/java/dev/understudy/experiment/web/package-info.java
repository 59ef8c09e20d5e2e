/** Experiments over HTTP: the REST resources and the pages. */
@NullMarked
package dev.understudy.experiment.web;

import org.jspecify.annotations.NullMarked;
