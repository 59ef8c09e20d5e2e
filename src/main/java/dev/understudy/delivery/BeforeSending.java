package dev.understudy.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * A gate. Every bean of this type is asked before an operation is sent for the first time
 * and again within the transaction that writes each intent: so it must not call anything
 * remote, and what it reads from the database is what will hold when the request leaves.
 */
@FunctionalInterface
public interface BeforeSending {

	/**
	 * Inspects an operation.
	 * @param operation what is to be sent
	 * @param now the database's time
	 * @return why it may not be sent; empty to let it go
	 */
	Optional<ClosedGate> inspect(Operation operation, Instant now);

}
