package dev.understudy.experiment;

import java.util.UUID;

/**
 * A change of an experiment came to nothing, so it may not be what it was seen to be:
 * worth a look. Published within the transaction that ends the operation.
 *
 * @param experimentId the experiment
 * @param target name of its target
 */
public record Doubted(UUID experimentId, String target) {

}
