package dev.understudy.experiment;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.understudy.actor.Actor;
import dev.understudy.audit.Audited;

/**
 * Something happened to an experiment. Published within the transaction that makes it so.
 *
 * @param what what happened
 * @param actor who did it, or the part of the system that noticed
 * @param experimentId the experiment
 * @param target name of its target
 * @param before the members that changed, by pointer, as they were; JSON
 * @param after the same as they are now; JSON
 * @param reason why, in AWS's words where AWS spoke
 * @param awsRequestId AWS's request that brought it about
 */
public record ExperimentEvent(What what, Actor actor, UUID experimentId, String target, @Nullable String before,
		@Nullable String after, @Nullable String reason, @Nullable String awsRequestId) implements Audited {

	@Override
	public String action() {
		return this.what.action;
	}

	/** What can happen to an experiment. */
	public enum What {

		/** A draft was begun. */
		DRAFTED("experiment.drafted"),

		/** One that was made elsewhere is under management from now on. */
		ADOPTED("experiment.adopted"),

		/** A revision was made. */
		REVISED("experiment.revised"),

		/** A draft was thrown away. */
		DISCARDED("experiment.discarded"),

		/** A revision was frozen and given to delivery. */
		SUBMITTED("experiment.submitted"),

		/** SageMaker refused, or somebody called it off: it is a draft again. */
		RETURNED("experiment.returned"),

		/** The name is taken by something else. */
		CONFLICT("experiment.conflict"),

		/** After a conflict it was given another name and is a draft again. */
		RENAMED("experiment.renamed"),

		/** SageMaker has created it. */
		LIVE("experiment.live"),

		/** Somebody changed it in SageMaker, and not through us. */
		DRIFTED("experiment.drifted"),

		/** A person took note of that. */
		DRIFT_ACCEPTED("experiment.drift-accepted"),

		/** Its labels were changed. */
		LABELLED("experiment.labelled"),

		/** It was asked to start now. */
		START_ASKED("experiment.start-asked"),

		/** It started because somebody had asked. */
		STARTED("experiment.started"),

		/** It was asked to stop. */
		STOP_ASKED("experiment.stop-asked"),

		/** It is stopping because somebody had asked. */
		STOPPED("experiment.stopped"),

		/** Some of its definition was asked to change. */
		UPDATE_ASKED("experiment.update-asked"),

		/** Some of its definition changed because somebody had asked. */
		UPDATED("experiment.updated"),

		/** Some of its tags were asked to change. */
		TAG_ASKED("experiment.tag-asked"),

		/** Some of its tags changed because somebody had asked. */
		TAGGED("experiment.tagged"),

		/** A change of tags that came to nothing found other tags than were known. */
		RETAGGED("experiment.retagged"),

		/** It was asked to be deleted in SageMaker. */
		DELETE_ASKED("experiment.delete-asked"),

		/** It was deleted in SageMaker because somebody had asked. */
		DELETED("experiment.deleted"),

		/** A person took note that a change had come to nothing. */
		FAILURE_NOTED("experiment.failure-noted"),

		/** It is over. */
		ENDED("experiment.ended"),

		/** It is not there any more, and not through us. */
		GONE("experiment.gone");

		private final String action;

		What(String action) {
			this.action = action;
		}

		/**
		 * Whether SageMaker shows something else from now on because of what we did, so
		 * that it is worth a look.
		 * @return true for what a request of ours brought about and a description shows
		 */
		public boolean isWorthALook() {
			return switch (this) {
				case LIVE, STARTED, STOPPED, UPDATED -> true;
				default -> false;
			};
		}

	}

}
