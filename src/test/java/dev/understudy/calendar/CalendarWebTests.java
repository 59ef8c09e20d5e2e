package dev.understudy.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.understudy.access.Users;
import dev.understudy.actor.Role;
import dev.understudy.experiment.Actors;
import dev.understudy.experiment.Arranged;
import dev.understudy.experiment.Arranged.Arrangement;
import dev.understudy.experiment.Occupations;
import dev.understudy.experiment.SqlCount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

@Arranged
@WithMockUser(username = "author", authorities = { "READ", "WRITE", "OWN_TOKENS" })
class CalendarWebTests {

	private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

	private static final Pattern KEY = Pattern.compile("/calendar[.]ics[?]key=([A-Za-z0-9_-]{43})");

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Arrangement arranged;

	@Autowired
	Occupations occupations;

	@Autowired
	Users users;

	@Autowired
	JdbcClient jdbc;

	private String endpoint;

	@BeforeEach
	void anEndpointOfItsOwn() {
		this.endpoint = "e" + UUID.randomUUID().toString().substring(0, 8);
	}

	@Test
	void aLaneShowsWhatTakesAnEndpointAndWhatIsInTheWay() {
		this.arranged.ended("ran", this.endpoint, NOW.minus(Duration.ofDays(1)), NOW.minus(Duration.ofHours(5)));
		this.arranged.live("runs", this.endpoint, "Running", NOW.minus(Duration.ofHours(4)), in(3));
		this.arranged.live("waits", this.endpoint, "Created", in(4), in(6));
		this.arranged.draft("wishes", this.endpoint, in(5), in(7));
		this.arranged.draft("unscheduled", this.endpoint, null, null);
		this.arranged.ended("never", this.endpoint, in(5), NOW);
		assertThat(page("&weeks=2")).hasStatusOk()
			.bodyText()
			.contains(">ran<", "c-ended", ">runs<", "c-running", ">waits<", "c-scheduled", ">wishes<", "c-draft",
					"Overlaps with", "url(#c-hatch)")
			.doesNotContain(">unscheduled<", ">never<", "??", "style=");
		assertThat(text(page("&weeks=2")).split("Overlaps with", -1)).hasSize(3);
	}

	@Test
	void endpointsDoNotGetInEachOthersWay() {
		this.arranged.draft("here", this.endpoint, in(1), in(3));
		this.arranged.draft("there", this.endpoint + "x", in(1), in(3));
		assertThat(page("")).bodyText().contains(">here<").doesNotContain(">there<", "Overlaps with");
	}

	@Test
	void oneThatEndsAsAnotherBeginsIsNotInItsWay() {
		this.arranged.draft("first", this.endpoint, in(1), in(2));
		this.arranged.draft("next", this.endpoint, in(2), in(3));
		assertThat(page("&weeks=2")).bodyText().contains(">first<", ">next<").doesNotContain("Overlaps with");
	}

	@Test
	void theAddressSaysWhichWeeks() {
		this.arranged.ended("long-ago", this.endpoint, Instant.parse("2025-03-04T10:00:00Z"),
				Instant.parse("2025-03-09T10:00:00Z"));
		assertThat(page("")).bodyText().contains("No endpoint is taken");
		assertThat(page("&from=2025-03-03&weeks=1")).bodyText()
			.contains(">long-ago<", "from=2025-02-24&amp;weeks=1", "from=2025-03-10&amp;weeks=1",
					"endpoint=" + this.endpoint);
	}

	@ParameterizedTest
	@ValueSource(strings = { "&from=soon", "&weeks=0", "&weeks=many", "&weeks=99", "&from=0001-01-01" })
	void weeksThereAreNotAreRefused(String query) {
		assertThat(page(query)).hasStatus(400);
	}

	@Test
	void aPageTakesTheSameFewStatementsHoweverMuchItShows() {
		int before = SqlCount.of(() -> page(""));
		for (int i = 0; i < 5; i++) {
			this.arranged.draft("more-" + i, this.endpoint, in(1), in(2));
		}
		assertThat(SqlCount.of(() -> page(""))).isEqualTo(before).isBetween(1, 5);
	}

	@Test
	void onlyWhatIsShownCountsTowardsTheMostThatIs() {
		UUID over = this.arranged.ended("over", this.endpoint, NOW.minus(Duration.ofDays(20)),
				NOW.minus(Duration.ofDays(19)));
		this.arranged.draft("shown", this.endpoint, in(1), in(3));
		this.arranged.copy(over, Occupations.MOST + 1);
		try {
			assertThat(page("")).bodyText().contains(">shown<").doesNotContain(">over<", "first 500");
			assertThat(page("&weeks=1&from=" + over())).bodyText()
				.contains(">over<", "first 500")
				.doesNotContain(">shown<");
		}
		finally {
			this.arranged.removeCopies();
		}
	}

	@Test
	void aFeedIsReadWithItsSecretAloneUntilItIsRevoked() {
		this.arranged.live("on-feed", this.endpoint, "Created", in(1), in(2));
		String first = subscribe("author");
		MvcTestResult feed = read(first);
		assertThat(feed).hasStatusOk().hasContentTypeCompatibleWith("text/calendar");
		assertThat(text(feed)).contains("SUMMARY:on-feed on " + this.endpoint, "STATUS:CONFIRMED")
			.startsWith("BEGIN:VCALENDAR\r\n");
		assertThat(feed.getResponse().getCookies()).isEmpty();
		String etag = feed.getResponse().getHeader(HttpHeaders.ETAG);
		assertThat(this.mvc.get().uri("/calendar.ics?key=" + first).header(HttpHeaders.IF_NONE_MATCH, etag))
			.hasStatus(304);
		String second = subscribe("author");
		assertThat(read(first)).hasStatus(404);
		assertThat(read(second)).hasStatusOk();
		this.mvc.post().uri("/calendar/feed/revocation").with(csrf()).exchange();
		assertThat(read(second)).hasStatus(404);
		assertThat(this.jdbc.sql("select count(*) from audit_entry where action like 'calendar-feed.%'")
			.query(Long.class)
			.single()).isGreaterThanOrEqualTo(3);
	}

	@Test
	@WithAnonymousUser
	void whoHasNoSecretSignsInAndWhoGuessesGetsNothing() {
		assertThat(this.mvc.get().uri("/calendar.ics")).hasRedirectedUrl("/sign-in");
		assertThat(read("x".repeat(43))).hasStatus(404);
		assertThat(read("short")).hasStatus(404);
		assertThat(this.mvc.get().uri("/calendar?key=" + "x".repeat(43))).hasRedirectedUrl("/sign-in");
	}

	@Test
	void aFeedEndsWithItsOwnersAccount() {
		this.users.create("leaver", "a-long-enough-password", Role.VIEWER, Actors.user("admin", Role.ADMIN));
		String key = subscribe("leaver");
		assertThat(read(key)).hasStatusOk();
		this.jdbc.sql("update app_user set enabled = false where name = 'leaver'").update();
		assertThat(read(key)).hasStatus(404);
	}

	@Test
	void onlyItsHashIsKept() {
		String key = subscribe("reviewer");
		assertThat(this.jdbc.sql("select encode(hash, 'hex') from calendar_feed where owner = 'reviewer'")
			.query(String.class)
			.single()).isEqualTo(java.util.HexFormat.of().formatHex(new FeedSecret(key).hash()));
		assertThat(new FeedSecret(key)).asString().doesNotContain(key);
	}

	@Test
	void whoReadsAllTheTimeHasToWait() {
		String key = subscribe("auditor");
		for (int i = 0; i < FeedLimit.REQUESTS; i++) {
			assertThat(read(key)).hasStatusOk();
		}
		assertThat(read(key)).hasStatus(429).headers().containsHeader(HttpHeaders.RETRY_AFTER);
	}

	@Test
	void experimentsWithoutATimeOfTheirOwnDoNotMoveInTheFeed() {
		this.arranged.draft("only-an-end", this.endpoint, null, in(2));
		String first = text(this.mvc.get().uri("/calendar.ics").exchange());
		assertThat(first).contains("only-an-end", "STATUS:TENTATIVE");
		assertThat(text(this.mvc.get().uri("/calendar.ics").exchange())).isEqualTo(first);
	}

	private static LocalDate over() {
		return LocalDate.ofInstant(NOW, ZoneOffset.UTC).minusDays(21);
	}

	private MvcTestResult page(String query) {
		return this.mvc.get().uri("/calendar?endpoint=" + this.endpoint + query).exchange();
	}

	private MvcTestResult read(String key) {
		return this.mvc.get().uri("/calendar.ics?key=" + key).exchange();
	}

	private String subscribe(String name) {
		MvcTestResult made = this.mvc.post()
			.uri("/calendar/feed")
			.with(user(name).authorities(org.springframework.security.core.authority.AuthorityUtils
				.createAuthorityList("READ", "OWN_TOKENS")))
			.with(csrf())
			.exchange();
		assertThat(made).hasStatusOk().headers().hasValue(HttpHeaders.CACHE_CONTROL, "no-store");
		Matcher key = KEY.matcher(text(made));
		assertThat(key.find()).isTrue();
		return key.group(1);
	}

	private static Instant in(int days) {
		return NOW.plus(Duration.ofDays(days));
	}

	private static String text(MvcTestResult answer) {
		return new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
	}

}
