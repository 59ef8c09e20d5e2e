package dev.understudy.experiment;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A live experiment as those who watch SageMaker need it.
 *
 * @param id our own id
 * @param name the name SageMaker knows it by
 * @param liveAt when we learnt that it was created; Create was sent before
 * @param startTime when it starts or started; null for at once
 * @param endTime when it is to end; null for seven days after its start
 * @param sighting what SageMaker said last; null before the first look
 */
public record Watched(UUID id, String name, Instant liveAt, @Nullable Instant startTime, @Nullable Instant endTime,
		@Nullable Sighting sighting) {

}
