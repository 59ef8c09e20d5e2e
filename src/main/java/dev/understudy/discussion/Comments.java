package dev.understudy.discussion;

import java.time.Clock;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import dev.understudy.actor.Actor;
import dev.understudy.database.Ids;
import dev.understudy.discussion.CommentRefusedException.Reason;
import dev.understudy.experiment.Selection;
import dev.understudy.shell.Page;

/**
 * What people say about experiments. Each change is one transaction with its audit entry.
 */
@Service
@Transactional
public class Comments {

	private final Selection experiments;

	private final CommentStore store;

	private final Ids ids;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	Comments(Selection experiments, CommentStore store, Ids ids, Clock clock, ApplicationEventPublisher events) {
		this.experiments = experiments;
		this.store = store;
		this.ids = ids;
		this.clock = clock;
		this.events = events;
	}

	/**
	 * Says something about an experiment, whatever phase it is in.
	 * @param experimentId the experiment
	 * @param typed plain text, 1 to {@link Comment#LONGEST} characters without the space
	 * around it
	 * @param by who says it
	 * @return the comment
	 * @throws dev.understudy.experiment.UnknownExperimentException if there is no such
	 * experiment
	 * @throws CommentRefusedException if the text is empty, too long or cannot be stored
	 */
	public Comment write(UUID experimentId, String typed, Actor by) {
		this.experiments.ensureThere(experimentId);
		Comment comment = new Comment(this.ids.next(), experimentId, by.name(), text(typed), this.clock.instant(),
				null);
		this.store.add(comment);
		this.events.publishEvent(CommentEvent.written(comment, by));
		return comment;
	}

	/**
	 * Takes a comment back: its words are gone, and that it was there stays. Doing so
	 * again changes nothing.
	 * @param experimentId the experiment
	 * @param id the comment
	 * @param by who wrote it
	 * @throws UnknownCommentException if the experiment has no such comment
	 * @throws CommentRefusedException if somebody else wrote it
	 */
	public void remove(UUID experimentId, UUID id, Actor by) {
		Comment comment = this.store.lock(experimentId, id).orElseThrow(() -> new UnknownCommentException(id));
		if (!comment.isBy(by)) {
			throw new CommentRefusedException(Reason.NOT_YOURS);
		}
		if (comment.removedAt() == null) {
			this.store.remove(id, this.clock.instant());
			this.events.publishEvent(CommentEvent.removed(comment, by));
		}
	}

	/**
	 * What was said about an experiment, the latest first.
	 * @param experimentId the experiment
	 * @param size comments on a page, 1 to {@link Page#MAX_SIZE}
	 * @param token where to go on, from the page before
	 * @return a page of comments, those taken back without their words
	 * @throws dev.understudy.experiment.UnknownExperimentException if there is no such
	 * experiment
	 * @throws dev.understudy.shell.PageTokenException if the token is of another list
	 */
	@Transactional(readOnly = true)
	public Page<Comment> list(UUID experimentId, int size, @Nullable String token) {
		this.experiments.ensureThere(experimentId);
		return this.store.list(experimentId, size, token);
	}

	private static String text(String typed) {
		String text = typed.replaceAll("\\R", "\n").strip();
		if (text.isEmpty()) {
			throw new CommentRefusedException(Reason.EMPTY);
		}
		if (text.codePointCount(0, text.length()) > Comment.LONGEST) {
			throw new CommentRefusedException(Reason.TOO_LONG);
		}
		if (text.codePoints().anyMatch((it) -> it == 0 || Character.getType(it) == Character.SURROGATE)) {
			throw new CommentRefusedException(Reason.UNSTORABLE);
		}
		return text;
	}

}
