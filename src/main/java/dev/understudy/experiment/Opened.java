package dev.understudy.experiment;

import java.util.UUID;

/**
 * Somebody has a live experiment open, or a program has asked for it: what SageMaker says
 * of it should be fresh. Published after it was read, outside any transaction; whoever
 * listens does not keep the reader waiting.
 *
 * @param experimentId the experiment
 * @param target name of its target
 */
public record Opened(UUID experimentId, String target) {

}
