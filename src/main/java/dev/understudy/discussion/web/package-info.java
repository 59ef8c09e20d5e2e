/** The panel and the page of comments, and their REST resource. */
@NullMarked
package dev.understudy.discussion.web;

import org.jspecify.annotations.NullMarked;
