package dev.understudy.discussion.web;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.understudy.actor.Actor;
import dev.understudy.discussion.Comment;
import dev.understudy.discussion.Comments;
import dev.understudy.shell.Page;
import dev.understudy.shell.Refuses;

/** What people say about an experiment, for programs. */
@RestController
@RequestMapping("/api/v1/experiments/{experimentId}/comments")
@Tag(name = "Comments", description = "What people say about an experiment")
class CommentApi {

	private final Comments comments;

	CommentApi(Comments comments) {
		this.comments = comments;
	}

	@GetMapping
	@PreAuthorize("hasAuthority('READ')")
	@Operation(summary = "List comments",
			description = "The latest first. The next page stands in the Link header and in nextPageToken.",
			responses = { @ApiResponse(responseCode = "200",
					headers = @Header(name = "Link", description = "rel=next, where there is a next page",
							schema = @Schema(type = "string"))) })
	@Refuses(404)
	ResponseEntity<Page<CommentBody>> list(@PathVariable UUID experimentId,
			@RequestParam(defaultValue = "" + Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int pageSize,
			@Parameter(description = "nextPageToken of the page before") @RequestParam(required = false) @Size(
					max = 4000) @Nullable String pageToken) {
		return this.comments.list(experimentId, pageSize, pageToken).map(CommentBody::of).toAnswer();
	}

	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	@PreAuthorize("hasAuthority('COMMENT')")
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Comment", description = "Plain text. It is never changed, only taken back.",
			responses = { @ApiResponse(responseCode = "201") })
	@Refuses({ 404, 422 })
	CommentBody write(@PathVariable UUID experimentId, @Valid @RequestBody NewComment wanted, Actor actor) {
		return CommentBody.of(this.comments.write(experimentId, wanted.text(), actor));
	}

	@DeleteMapping("/{commentId}")
	@PreAuthorize("hasAuthority('COMMENT')")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Take a comment back",
			description = "Its words are gone, and that it was there stays. Only its author may.",
			responses = { @ApiResponse(responseCode = "204", description = "Taken back, now or before") })
	@Refuses(404)
	void remove(@PathVariable UUID experimentId, @PathVariable UUID commentId, Actor actor) {
		this.comments.remove(experimentId, commentId, actor);
	}

	/**
	 * What to say.
	 *
	 * @param text plain text, 1 to 4000 characters
	 */
	@Schema(name = "NewComment")
	record NewComment(@NotNull @Schema(minLength = 1, maxLength = Comment.LONGEST) String text) {
	}

	/**
	 * A comment.
	 *
	 * @param id its id, a UUIDv7
	 * @param author who said it
	 * @param text what they said; absent once they took it back
	 * @param at when
	 * @param removedAt when they took it back
	 */
	@Schema(name = "Comment")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record CommentBody(UUID id, String author, @Nullable String text, Instant at, @Nullable Instant removedAt) {

		static CommentBody of(Comment it) {
			return new CommentBody(it.id(), it.author(), it.text(), it.at(), it.removedAt());
		}

	}

}
