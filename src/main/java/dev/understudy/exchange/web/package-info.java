/** Pages and REST of import and export. */
@NullMarked
package dev.understudy.exchange.web;

import org.jspecify.annotations.NullMarked;
