package dev.understudy.experiment;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import dev.understudy.delivery.OperationType;

/**
 * A change that came to nothing, though nobody had called it off. Stands until another
 * one is asked for or somebody takes note.
 *
 * @param operationId the operation that says why
 * @param type what it was to change; never a Create
 * @param askedBy who had asked for it
 */
@Embeddable
public record FailedChange(@Column(name = "failed_change_id") UUID operationId,
		@Enumerated(EnumType.STRING) @Column(name = "failed_change_type") OperationType type,
		@Column(name = "failed_change_by") String askedBy) {

}
