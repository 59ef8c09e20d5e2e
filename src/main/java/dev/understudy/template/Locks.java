package dev.understudy.template;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Members that are locked, each with everything below it.
 *
 * @param pointers RFC 6901 pointers into the template's definition, none of them below
 * another, in alphabetical order
 */
public record Locks(List<String> pointers) {

	/** Nothing is locked. */
	public static final Locks NONE = new Locks(List.of());

	/**
	 * Leaves out what lies below something that is locked.
	 */
	public Locks {
		List<String> all = pointers.stream().distinct().sorted().toList();
		pointers = all.stream().filter((it) -> outer(it, all).isEmpty()).toList();
	}

	/**
	 * Whether a member is locked, on its own or with what it belongs to.
	 * @param pointer an RFC 6901 pointer
	 */
	public boolean cover(String pointer) {
		return this.pointers.contains(pointer) || outer(pointer).isPresent();
	}

	/**
	 * What is locked and locks a member with it.
	 * @param pointer an RFC 6901 pointer
	 * @return nothing if the member is free, or locked on its own
	 */
	public Optional<String> outer(String pointer) {
		return outer(pointer, this.pointers);
	}

	private static Optional<String> outer(String pointer, Collection<String> among) {
		return among.stream().filter((other) -> pointer.startsWith(other + '/')).findFirst();
	}

}
