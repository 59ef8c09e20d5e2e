package dev.understudy.experiment;

import java.time.Instant;
import java.util.UUID;

import dev.understudy.actor.Actor;
import dev.understudy.definition.CanonicalForm;
import dev.understudy.definition.Draft;

/**
 * A numbered snapshot of a definition, as it was typed. Every accepted edit makes one;
 * none is ever changed.
 *
 * @param experimentId whose definition it is
 * @param number counts from 1 and only grows
 * @param draft the definition, complete or not
 * @param sha256 SHA-256 of its canonical form, 64 hexadecimal digits
 * @param author who made it
 * @param at when
 */
public record Revision(UUID experimentId, int number, Draft draft, String sha256, String author, Instant at) {

	static Revision first(UUID experimentId, Draft draft, Actor author, Instant now) {
		return new Revision(experimentId, 1, draft, CanonicalForm.sha256(draft), author.name(), now);
	}

	Revision next(Draft other, Actor author, Instant now) {
		return next(other, author.name(), now);
	}

	Revision next(Draft other, String author, Instant now) {
		return new Revision(this.experimentId, this.number + 1, other, CanonicalForm.sha256(other), author, now);
	}

	boolean says(Draft other) {
		return this.draft.json().equals(other.json());
	}

}
