package dev.understudy.exchange;

import dev.understudy.experiment.Experiment;

/**
 * One revision of an experiment, exported.
 *
 * @param experiment the experiment
 * @param revision the revision's number
 * @param export its definition in one format
 */
public record ExportedRevision(Experiment experiment, int revision, Export export) {

}
