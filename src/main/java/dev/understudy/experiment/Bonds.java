package dev.understudy.experiment;

import java.util.Optional;
import java.util.UUID;

/**
 * Knows what holds the definitions that were begun with something. A module that keeps
 * such things has a bean of this type. It is asked within a transaction, in which it may
 * read the database and calls nobody else.
 */
public interface Bonds {

	/**
	 * What holds a definition now.
	 * @param origin id of what it was begun with
	 * @return nothing if that holds nothing any more, or was never kept here
	 */
	Optional<Bond> of(UUID origin);

	/**
	 * The same for a definition that is about to be frozen: it does not change until the
	 * transaction ends.
	 * @param origin id of what it was begun with
	 * @return nothing if that holds nothing any more, or was never kept here
	 */
	Optional<Bond> hold(UUID origin);

}
