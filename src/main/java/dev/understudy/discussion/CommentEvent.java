package dev.understudy.discussion;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.understudy.actor.Actor;
import dev.understudy.audit.Audited;

/**
 * Somebody commented, or took a comment back. The trail names the comment and not its
 * words, which would else stay there for ever when they are taken back.
 *
 * @param action what happened
 * @param actor who did it
 * @param experimentId the experiment
 * @param commentId the comment
 */
record CommentEvent(String action, Actor actor, @Nullable UUID experimentId, UUID commentId) implements Audited {

	static CommentEvent written(Comment comment, Actor by) {
		return new CommentEvent("comment.written", by, comment.experimentId(), comment.id());
	}

	static CommentEvent removed(Comment comment, Actor by) {
		return new CommentEvent("comment.removed", by, comment.experimentId(), comment.id());
	}

	@Override
	public String after() {
		return "{\"/comment\":\"%s\"}".formatted(this.commentId);
	}

}
