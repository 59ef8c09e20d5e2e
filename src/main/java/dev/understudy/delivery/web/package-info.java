/** Operations over HTTP: pages for people, JSON for programs. */
@NullMarked
package dev.understudy.delivery.web;

import org.jspecify.annotations.NullMarked;
