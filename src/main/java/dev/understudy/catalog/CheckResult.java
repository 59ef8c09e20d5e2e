package dev.understudy.catalog;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.understudy.shell.Words;

/**
 * What one check against the account came to.
 *
 * @param id stable id of the check, such as "endpoint.in-service"
 * @param outcome what it came to
 * @param pointer the member of the definition it is about; empty for the whole of it
 * @param evidence what was seen, or why nothing was
 * @param remedy what to do about it
 * @param observedAt when AWS said so; null for what needs no look
 * @param changes what would become different in production
 * @param lasting whether a block will not go away by itself, so that it also holds what
 * is on its way
 */
public record CheckResult(String id, Outcome outcome, String pointer, Words evidence, @Nullable Words remedy,
		@Nullable Instant observedAt, List<Change> changes, boolean lasting) {

	public CheckResult {
		changes = List.copyOf(changes);
	}

	static CheckResult pass(String id, String pointer, @Nullable Instant at, Object... arguments) {
		return of(id, Outcome.PASS, pointer, Words.of(key(id, "pass"), arguments), null, at);
	}

	static CheckResult pass(String id, String pointer, Words evidence) {
		return of(id, Outcome.PASS, pointer, evidence, null, null);
	}

	static CheckResult unknown(String id, String pointer, Words why) {
		return of(id, Outcome.UNKNOWN, pointer, why, null, null);
	}

	/** Its remedy takes the same arguments. */
	static CheckResult warn(String id, String pointer, @Nullable Instant at, Object... arguments) {
		return of(id, Outcome.WARN, pointer, Words.of(key(id, "warn"), arguments),
				Words.of(key(id, "warn.remedy"), arguments), at);
	}

	/** A warning that there is no such thing. Its remedy takes the same arguments. */
	static CheckResult absent(String id, String pointer, @Nullable Instant at, Object... arguments) {
		return of(id, Outcome.WARN, pointer, Words.of(key(id, "absent"), arguments),
				Words.of(key(id, "absent.remedy"), arguments), at);
	}

	/** Its remedy takes the same arguments. */
	static CheckResult block(String id, String pointer, @Nullable Instant at, Object... arguments) {
		return of(id, Outcome.BLOCK, pointer, Words.of(key(id, "block"), arguments),
				Words.of(key(id, "block.remedy"), arguments), at);
	}

	private static CheckResult of(String id, Outcome outcome, String pointer, Words evidence, @Nullable Words remedy,
			@Nullable Instant at) {
		return new CheckResult(id, outcome, pointer, evidence, remedy, at, List.of(), false);
	}

	private static String key(String id, String what) {
		return "preflight.%s.%s".formatted(id, what);
	}

	CheckResult withRemedy(Words other) {
		return new CheckResult(this.id, this.outcome, this.pointer, this.evidence, other, this.observedAt, this.changes,
				this.lasting);
	}

	CheckResult seen(Instant at) {
		return new CheckResult(this.id, this.outcome, this.pointer, this.evidence, this.remedy, at, this.changes,
				this.lasting);
	}

	CheckResult withChanges(List<Change> other) {
		return new CheckResult(this.id, this.outcome, this.pointer, this.evidence, this.remedy, this.observedAt, other,
				this.lasting);
	}

	CheckResult forGood() {
		return new CheckResult(this.id, this.outcome, this.pointer, this.evidence, this.remedy, this.observedAt,
				this.changes, true);
	}

	/**
	 * Whether this keeps a draft from being submitted.
	 * @return true for a block
	 */
	public boolean blocks() {
		return this.outcome == Outcome.BLOCK;
	}

	/**
	 * What would become different.
	 *
	 * @param member AWS's name of the member
	 * @param now as it is
	 * @param then as it would be
	 */
	public record Change(String member, String now, String then) {

	}

}
