package dev.understudy.worklist;

import dev.understudy.actor.Actor;
import dev.understudy.audit.Audited;

/**
 * Somebody keeps, renames or forgets a filter of theirs.
 *
 * @param action what they did
 * @param actor who
 * @param target the filter's name
 */
record FilterEvent(String action, Actor actor, String target) implements Audited {

}
