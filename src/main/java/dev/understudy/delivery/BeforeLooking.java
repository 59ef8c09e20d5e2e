package dev.understudy.delivery;

/**
 * Looks around before an operation is sent, so that a gate can read what was seen. Every
 * bean of this type is asked outside any transaction, right before delivery's own look,
 * for operations of which nothing was sent. It may call AWS but comes back within
 * seconds; what it decides nothing about, the gates do.
 */
@FunctionalInterface
public interface BeforeLooking {

	/**
	 * Looks around.
	 * @param operation what is going to be sent
	 */
	void look(Operation operation);

}
