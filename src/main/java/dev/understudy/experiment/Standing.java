package dev.understudy.experiment;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.understudy.delivery.OperationType;

/**
 * How an experiment stands, for a person: the one table from our phase, and within it
 * what SageMaker says, what its operation waits for, or how it went wrong or ended, to a
 * label, an icon, a tone, a sentence that says who must act next, and the next step. The
 * words are messages under <code>standing.</code>
 */
public enum Standing {

	DRAFT(Phase.DRAFT, null, "edit", Tone.QUIET, true),

	RETURNED(Phase.DRAFT, "rejected", "warning", Tone.BAD, true),

	CALLED_OFF(Phase.DRAFT, "cancelled", "left", Tone.QUIET, true),

	SUBMITTING(Phase.SUBMITTING, null, "send", Tone.BUSY, false),

	WAITING_FOR_PERMISSION(Phase.SUBMITTING, "permission", "shield", Tone.WARNING, true),

	WAITING_FOR_CREDENTIALS(Phase.SUBMITTING, "credentials", "key", Tone.WARNING, true),

	WAITING_FOR_A_PERSON(Phase.SUBMITTING, "person", "user", Tone.WARNING, true),

	PAUSED(Phase.SUBMITTING, "pause", "pause", Tone.WARNING, true),

	NAME_TAKEN(Phase.SUBMITTING, "conflict", "warning", Tone.BAD, true),

	ACCEPTED(Phase.LIVE, "", "check", Tone.BUSY, false),

	CREATING(Phase.LIVE, "Creating", "clock", Tone.BUSY, false),

	SCHEDULED(Phase.LIVE, "Created", "clock", Tone.QUIET, false),

	STARTING(Phase.LIVE, "Starting", "play", Tone.BUSY, false),

	RUNNING(Phase.LIVE, "Running", "play", Tone.GOOD, false),

	UPDATING(Phase.LIVE, "Updating", "refresh", Tone.BUSY, false),

	STOPPING(Phase.LIVE, "Stopping", "stop", Tone.BUSY, false),

	START_ASKED(Phase.LIVE, "ask start", "send", Tone.BUSY, false),

	STOP_ASKED(Phase.LIVE, "ask stop", "send", Tone.BUSY, false),

	UPDATE_ASKED(Phase.LIVE, "ask update", "send", Tone.BUSY, false),

	DELETE_ASKED(Phase.LIVE, "ask delete", "send", Tone.BUSY, false),

	OTHER_STATUS(Phase.LIVE, null, "info", Tone.WARNING, true),

	COMPLETED(Phase.ENDED, "completed", "check", Tone.GOOD, true),

	CANCELLED(Phase.ENDED, "cancelled", "cross", Tone.WARNING, true),

	DELETED(Phase.ENDED, "deleted", "trash", Tone.QUIET, false),

	GONE(Phase.ENDED, "gone", "minus", Tone.WARNING, true),

	ENDED(Phase.ENDED, null, "archive", Tone.QUIET, false),

	DISCARDED(Phase.DISCARDED, null, "trash", Tone.QUIET, false);

	/** Who must act next is the same whatever is to be carried to SageMaker. */
	private static final Set<Standing> HELD_UP = EnumSet.of(WAITING_FOR_PERMISSION, WAITING_FOR_CREDENTIALS,
			WAITING_FOR_A_PERSON, PAUSED);

	private final Phase phase;

	private final @Nullable String within;

	private final String icon;

	private final Tone tone;

	private final boolean person;

	/**
	 * A row of the table.
	 * @param phase our phase
	 * @param within what tells rows of a phase apart; null for any other, empty for none
	 */
	Standing(Phase phase, @Nullable String within, String icon, Tone tone, boolean person) {
		this.phase = phase;
		this.within = within;
		this.icon = icon;
		this.tone = tone;
		this.person = person;
	}

	/**
	 * Looks an experiment up in the table.
	 * @param phase our phase
	 * @param setback what became of the last attempt to create it, when it failed
	 * @param change what is on its way to SageMaker that has it already
	 * @param waitingFor what its unfinished operation waits for, as the API spells it
	 * @param status SageMaker's status as returned, known to us or not
	 * @param ending how it ended
	 * @return the row; there is one for everything
	 */
	public static Standing of(Phase phase, Setback.@Nullable Kind setback, @Nullable OperationType change,
			@Nullable String waitingFor, @Nullable String status, @Nullable Ending ending) {
		Optional<Standing> changing = (change != null) ? changing(change, waitingFor) : Optional.empty();
		String within = switch (phase) {
			case DRAFT -> (setback != null) ? setback.id() : null;
			case SUBMITTING -> (setback != null) ? setback.id() : waitingFor;
			case LIVE -> (status != null) ? status : "";
			case ENDED -> (ending != null) ? ending.id() : null;
			case DISCARDED -> null;
		};
		return changing.or(() -> row(phase, within)).orElseGet(() -> otherwise(phase));
	}

	private static Optional<Standing> changing(OperationType change, @Nullable String waitingFor) {
		return row(Phase.SUBMITTING, waitingFor).filter(HELD_UP::contains)
			.or(() -> row(Phase.LIVE, "ask " + change.id()));
	}

	private static Optional<Standing> row(Phase phase, @Nullable String within) {
		return Arrays.stream(values())
			.filter((row) -> row.phase == phase && row.within != null && row.within.equals(within))
			.findFirst();
	}

	/**
	 * How a listed experiment stands.
	 * @param listed the experiment
	 * @param waitingFor what its unfinished operation waits for, as the API spells it
	 * @return the row
	 */
	public static Standing of(ExperimentSummary listed, @Nullable String waitingFor) {
		Pending pending = listed.pending();
		return of(listed.phase(), listed.setback(), (pending != null) ? pending.type() : null, waitingFor,
				listed.status(), listed.ending());
	}

	/**
	 * How an experiment stands.
	 * @param experiment the experiment
	 * @param waitingFor what its unfinished operation waits for, as the API spells it
	 * @return the row
	 */
	public static Standing of(Experiment experiment, @Nullable String waitingFor) {
		Setback setback = experiment.getSetback();
		Sighting sighting = experiment.getSighting();
		Ended ended = experiment.getEnded();
		Pending pending = experiment.getPending();
		return of(experiment.getPhase(), (setback != null) ? setback.kind() : null,
				(pending != null) ? pending.type() : null, waitingFor, (sighting != null) ? sighting.status() : null,
				(ended != null) ? ended.how() : null);
	}

	private static Standing otherwise(Phase phase) {
		return Arrays.stream(values())
			.filter((row) -> row.phase == phase && row.within == null)
			.findFirst()
			.orElseThrow();
	}

	/**
	 * Whether a row in this state changes by itself soon, so that a page should look
	 * again.
	 * @return true while something is on its way or running
	 */
	public boolean isMoving() {
		return this.phase == Phase.LIVE || (this.phase == Phase.SUBMITTING && this != NAME_TAKEN);
	}

	/**
	 * Whether nothing goes on until a person does something.
	 * @return true if a person must act next
	 */
	public boolean needsPerson() {
		return this.person;
	}

	/**
	 * Name of an icon.
	 * @return the icon's name in the shell
	 */
	public String icon() {
		return this.icon;
	}

	/**
	 * How it is coloured; never the only sign.
	 * @return the tone
	 */
	public Tone tone() {
		return this.tone;
	}

	/**
	 * Message key of the label, a word or two.
	 * @return a key; its argument 0 is SageMaker's status
	 */
	public String label() {
		return key("label");
	}

	/**
	 * Message key of the sentence that says what is going on and who must act next.
	 * @return a key; its argument 0 is SageMaker's status
	 */
	public String sentence() {
		return key("sentence");
	}

	/**
	 * Message key of the next step.
	 * @return a key; its argument 0 is SageMaker's status
	 */
	public String next() {
		return key("next");
	}

	private String key(String part) {
		return "standing.%s.%s".formatted(name().toLowerCase(Locale.ROOT).replace('_', '-'), part);
	}

	/** How good or urgent it is. */
	public enum Tone {

		QUIET, BUSY, GOOD, WARNING, BAD;

		/**
		 * The spelling in style sheets.
		 * @return the name in lower case
		 */
		public String id() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
