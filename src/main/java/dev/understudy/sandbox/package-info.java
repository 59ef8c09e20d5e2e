/**
 * What makes a fresh installation believable: accounts, tokens and sample experiments.
 * Exists in simulator mode only.
 */
@NullMarked
@ApplicationModule
package dev.understudy.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
