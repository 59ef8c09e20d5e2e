/** The calendar for people and for calendar programs. */
@NullMarked
package dev.understudy.calendar.web;

import org.jspecify.annotations.NullMarked;
