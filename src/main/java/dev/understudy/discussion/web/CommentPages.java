package dev.understudy.discussion.web;

import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import dev.understudy.actor.Actor;
import dev.understudy.actor.Permission;
import dev.understudy.discussion.Comment;
import dev.understudy.discussion.CommentRefusedException;
import dev.understudy.discussion.Comments;
import dev.understudy.discussion.UnknownCommentException;

/** What people say about an experiment, as a panel of its page and as a page. */
@Controller
@RequestMapping("/experiments/{experimentId}/comments")
@PreAuthorize("hasAuthority('READ')")
class CommentPages {

	private static final int PAGE = 20;

	private final Comments comments;

	CommentPages(Comments comments) {
		this.comments = comments;
	}

	@GetMapping
	String page(@PathVariable UUID experimentId, @RequestParam(required = false) @Nullable String pageToken,
			Model model, Actor actor) {
		show(experimentId, pageToken, model, actor);
		return "discussion/comments";
	}

	/** The same as a part of the experiment's page. */
	@GetMapping("/panel")
	String panel(@PathVariable UUID experimentId, Model model, Actor actor) {
		show(experimentId, null, model, actor);
		return "discussion/comments :: panel";
	}

	@PostMapping
	@PreAuthorize("hasAuthority('COMMENT')")
	String write(@PathVariable UUID experimentId, @RequestParam(defaultValue = "") String text, Model model,
			HttpServletResponse response, Actor actor) {
		try {
			this.comments.write(experimentId, text, actor);
			return list(experimentId);
		}
		catch (CommentRefusedException ex) {
			model.addAttribute("typed", text);
			model.addAttribute("problem", "comments.refused." + ex.reason().id());
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return page(experimentId, null, model, actor);
		}
	}

	@PostMapping("/{commentId}/removal")
	@PreAuthorize("hasAuthority('COMMENT')")
	String remove(@PathVariable UUID experimentId, @PathVariable UUID commentId, Actor actor) {
		try {
			this.comments.remove(experimentId, commentId, actor);
			return list(experimentId);
		}
		catch (CommentRefusedException ex) {
			throw new AccessDeniedException("Comment %s is not theirs".formatted(commentId), ex);
		}
	}

	private void show(UUID experimentId, @Nullable String pageToken, Model model, Actor actor) {
		model.addAttribute("comments",
				this.comments.list(experimentId, PAGE, pageToken).map((it) -> new Line(it, it.isBy(actor))));
		model.addAttribute("experimentId", experimentId);
		model.addAttribute("mayComment", actor.may(Permission.COMMENT));
		model.addAttribute("restCall", "GET /api/v1/experiments/%s/comments".formatted(experimentId));
	}

	private static String list(UUID experimentId) {
		return "redirect:/experiments/%s/comments".formatted(experimentId);
	}

	@ExceptionHandler(UnknownCommentException.class)
	ModelAndView unknown() {
		return new ModelAndView("error/404", HttpStatus.NOT_FOUND);
	}

	/**
	 * A comment as a reader sees it.
	 *
	 * @param it the comment
	 * @param own whether the reader wrote it
	 */
	record Line(Comment it, boolean own) {
	}

}
