package dev.understudy.experiment.web;

import org.jspecify.annotations.Nullable;

import dev.understudy.experiment.Standing;

/**
 * How an experiment stands right now, as pages show it.
 *
 * @param standing the row of the table
 * @param status SageMaker's status as returned
 * @param waiting what its operation waits for, in words
 * @param seen tells this state from any other of the same experiment
 */
record Stance(Standing standing, @Nullable String status, @Nullable String waiting, String seen) {

}
