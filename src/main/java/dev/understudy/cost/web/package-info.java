/** Costs and prices for people and programs. */
@NullMarked
package dev.understudy.cost.web;

import org.jspecify.annotations.NullMarked;
