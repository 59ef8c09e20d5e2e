/** Pages and REST of templates. */
@NullMarked
package dev.understudy.template.web;

import org.jspecify.annotations.NullMarked;
