package dev.understudy.discussion.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.understudy.actor.Role;
import dev.understudy.discussion.Comment;
import dev.understudy.discussion.Comments;
import dev.understudy.experiment.Actors;
import dev.understudy.experiment.RehearsedTests;
import dev.understudy.experiment.SqlCount;
import dev.understudy.shell.Page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What people say about experiments. */
class CommentsTests extends RehearsedTests {

	@Autowired
	Comments comments;

	@Test
	void aCommentIsShownAsItWasTypedAndIsNoMarkup() {
		UUID id = draft(name("talked-about"));
		assertThat(post(page(id)).param("text", " First <b>line</b>\r\nhttps://example.com \n"))
			.hasRedirectedUrl(page(id));
		assertThat(get(page(id) + "/panel")).hasStatusOk()
			.bodyText()
			.contains("First &lt;b&gt;line&lt;/b&gt;\nhttps://example.com<", "Take it back for good")
			.doesNotContain("<html", "<b>line", "href=\"https://example.com", "??");
		assertThat(get(page(id), Role.VIEWER)).bodyText()
			.contains("First &lt;b&gt;", "<html")
			.doesNotContain("<textarea", "Take it back for good");
		assertThat(get("/experiments/" + id)).bodyText()
			.contains("hx-get=\"%s/panel\"".formatted(page(id)), "href=\"%s\"".formatted(page(id)));
	}

	@Test
	void whatIsTakenBackLeavesThatItWasThere() {
		UUID id = draft(name("regretted"));
		UUID comment = this.comments.write(id, "secret words", Actors.token("author/ci")).id();
		String removal = "%s/%s/removal".formatted(page(id), comment);
		assertThat(post(removal, Role.ADMIN)).hasStatus(403);
		assertThat(post(removal)).hasRedirectedUrl(page(id));
		assertThat(post(removal)).hasRedirectedUrl(page(id));
		assertThat(get(page(id))).bodyText()
			.contains("Removed by its author", "author/ci")
			.doesNotContain("secret words");
		assertThat(this.jdbc.sql(
				"select action, concat(before, after, reason) as said from audit_entry where experiment_id = ? and action like 'comment.%' order by at, id")
			.params(id)
			.query((row, index) -> row.getString("action") + " " + row.getString("said").contains("secret"))
			.list()).containsExactly("comment.written false", "comment.removed false");
	}

	@ParameterizedTest
	@ValueSource(strings = { "update comment set text = 'other words' where id = ?", "delete from comment where id = ?",
			"update comment set author = 'eve', text = null, removed_at = now() where id = ?" })
	void theDatabaseLetsNobodyChangeACommentSilently(String statement) {
		UUID comment = this.comments.write(draft(name("final")), "as it is", Actors.author()).id();
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.jdbc.sql(statement).params(comment).update())
			.withMessageContaining("only taken back");
	}

	@ParameterizedTest
	@CsvSource({ "'', empty", "' \n ', empty", "x, too-long" })
	void whatCannotBeSaidComesBackWithTheReason(String text, String reason) {
		UUID id = draft(name("refused"));
		String typed = text.equals("x") ? "x".repeat(Comment.LONGEST + 1) : text;
		assertThat(post(page(id)).param("text", typed)).hasStatus(422).bodyText().contains(typed, "aria-invalid");
		JsonNode problem = body(api(HttpMethod.POST, "/api/v1" + page(id), Role.AUTHOR, json(typed)));
		assertThat(problem.path("code").stringValue()).isEqualTo("comment-" + reason);
		assertThat(this.comments.list(id, 10, null).items()).isEmpty();
	}

	@Test
	void whatCannotBeStoredIsRefused() {
		UUID id = draft(name("unstorable"));
		for (String text : List.of("a\0b", "a\uD800b")) {
			assertThat(post(page(id)).param("text", text)).hasStatus(422);
		}
		assertThat(post(page(id)).param("text", "😀".repeat(Comment.LONGEST))).hasStatus3xxRedirection();
	}

	@Test
	void aPageGoesOnWhereTheOneBeforeEnded() {
		UUID id = draft(name("chatty"));
		for (int i = 0; i < 7; i++) {
			this.comments.write(id, "comment " + i, Actors.author());
		}
		List<String> read = new ArrayList<>();
		Page<Comment> page = this.comments.list(id, 3, null);
		read.addAll(page.items().stream().map(Comment::text).toList());
		while (page.nextPageToken() != null) {
			page = this.comments.list(id, 3, page.nextPageToken());
			read.addAll(page.items().stream().map(Comment::text).toList());
		}
		assertThat(read).containsExactly("comment 6", "comment 5", "comment 4", "comment 3", "comment 2", "comment 1",
				"comment 0");
		String token = this.comments.list(id, 3, null).nextPageToken();
		assertThat(get("%s?pageToken=%s".formatted(page(draft(name("other"))), token))).hasStatus(400);
		assertThat(SqlCount.of(() -> get(page(id)))).isBetween(1, 5);
	}

	@ParameterizedTest
	@EnumSource
	void authorsReviewersAndAdminsCommentAndEverybodyReads(Role role) {
		String address = "/api/v1" + page(draft(name("rights")));
		boolean may = List.of(Role.AUTHOR, Role.REVIEWER, Role.ADMIN).contains(role);
		assertThat(api(HttpMethod.POST, address, role, json("hello"))).hasStatus(may ? 201 : 403);
		assertThat(body(api(HttpMethod.GET, address, role, "")).path("items").size()).isEqualTo(may ? 1 : 0);
	}

	@Test
	void aProgramTakesItsCommentBack() {
		String address = "/api/v1" + page(draft(name("by-program")));
		JsonNode made = body(api(HttpMethod.POST, address, Role.AUTHOR, json("hello")));
		assertThat(made.propertyNames()).containsExactlyInAnyOrder("id", "author", "text", "at");
		String one = address + "/" + made.path("id").stringValue();
		assertThat(api(HttpMethod.DELETE, one, Role.REVIEWER, "")).hasStatus(403);
		assertThat(api(HttpMethod.DELETE, one, Role.AUTHOR, "")).hasStatus(204);
		JsonNode left = body(api(HttpMethod.GET, address, Role.VIEWER, "")).at("/items/0");
		assertThat(left.propertyNames()).containsExactlyInAnyOrder("id", "author", "at", "removedAt");
		assertThat(api(HttpMethod.DELETE, address + "/" + UUID.randomUUID(), Role.AUTHOR, "")).hasStatus(404);
		assertThat(api(HttpMethod.GET, "/api/v1" + page(UUID.randomUUID()), Role.AUTHOR, "")).hasStatus(404);
		assertThat(get(page(UUID.randomUUID()))).hasStatus(404);
	}

	private static String page(UUID id) {
		return "/experiments/%s/comments".formatted(id);
	}

	private static String json(String text) {
		return JsonMapper.shared().createObjectNode().put("text", text).toString();
	}

	private static JsonNode body(MvcTestResult answer) {
		return JsonMapper.shared().readTree(answer.getResponse().getContentAsByteArray());
	}

}
