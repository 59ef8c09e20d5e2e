package dev.understudy.experiment;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import dev.understudy.delivery.OperationType;

/**
 * A change on its way to SageMaker.
 *
 * @param operationId the operation that carries it
 * @param type what it changes; never a Create
 */
@Embeddable
public record Pending(@Column(name = "change_id") UUID operationId,
		@Enumerated(EnumType.STRING) @Column(name = "change_type") OperationType type) {

	/**
	 * Whether another change may be asked for before this one has ended.
	 * @param change the other one
	 * @return true for a stop, unless this is one
	 */
	public boolean isOvertakenBy(OperationType change) {
		return change == OperationType.STOP && this.type != OperationType.STOP;
	}

}
