package dev.understudy.delivery;

import java.util.EnumSet;
import java.util.Set;

/**
 * What keeps delivery safe. Each can be taken away in a play, to show that it is needed.
 */
enum PlayGuard {

	INTENT("the intent that is written before sending"),

	INTENT_WHERE("the condition under which an intent is written"),

	FENCE("the fence"),

	TAG("the tag that proves ownership"),

	SETTLING("the wait until what was sent has settled"),

	SEND_GUARD("the guard that has the last word before a request leaves"),

	IN_USE_WAIT("the two minutes after 'in use'"),

	THROTTLE_STAYS_OPEN("that a throttled attempt stays open"),

	CANCEL_LOOKS("that a cancelled operation looks, though all its attempts were refused"),

	UNREADABLE_IS_UNTOLD("that unreadable tags tell nothing"),

	OTHER_ACCOUNT_IS_UNSEEN("that not seeing it in another account proves nothing"),

	ONE_NAME("one name for all attempts"),

	ONE_WIRE_ATTEMPT("that the SDK does not try again by itself"),

	CHOICE_IS_FORGOTTEN("that what a person chose is forgotten when something is sent"),

	NEXT_WAITS("the wait for what earlier operations sent"),

	CREATE_SHOWS("the wait until a look must show what our Create made"),

	MISSING_TWICE("that one look is not enough to believe it gone"),

	ACCEPTED_IS_NOT_DONE("the wait until what was accepted must show"),

	STOP_MARK("the mark that tells our stop from another's");

	private final String words;

	PlayGuard(String words) {
		this.words = words;
	}

	static Set<PlayGuard> all() {
		return EnumSet.allOf(PlayGuard.class);
	}

	static Set<PlayGuard> allBut(PlayGuard removed) {
		return EnumSet.complementOf(EnumSet.of(removed));
	}

	@Override
	public String toString() {
		return this.words;
	}

}
