package dev.understudy.shell;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@WebMvcTest(Probe.Pages.class)
@Import(Probe.Pages.class)
@WithMockUser(username = "ada", authorities = "READ_AUDIT")
class PageFrameTests {

	private final MockMvcTester mvc;

	@Autowired
	PageFrameTests(MockMvcTester mvc) {
		this.mvc = mvc;
	}

	@Test
	void everyPageHasTheFrame() {
		assertThat(this.mvc.get().uri("/probe")).hasStatusOk()
			.bodyText()
			.contains("<title>Probe · Understudy</title>", "href=\"#content\"", "ada", "Sandbox", "GET /api/probe",
					"/sign-out", "\"allowEval\":false")
			.doesNotContain("style=", "onclick", "th:", "??");
	}

	@Test
	void theNavigationShowsOnlyWhatOneMaySee() {
		assertThat(this.mvc.get().uri("/probe")).bodyText().contains("href=\"/audit\"");
	}

	@Test
	@WithMockUser(username = "bob", authorities = "READ")
	void whoMayNotReadTheTrailIsNotOfferedIt() {
		assertThat(this.mvc.get().uri("/probe")).bodyText().doesNotContain("href=\"/audit\"");
	}

	@Test
	void theThemeIsThereBeforeAnyScriptRuns() {
		assertThat(this.mvc.get().uri("/probe")).bodyText().contains("data-bs-theme=\"auto\"", "/css/night.css");
		assertThat(this.mvc.get().uri("/probe").cookie(new Cookie(Theme.COOKIE, "dark"))).bodyText()
			.contains("data-bs-theme=\"dark\"");
		assertThat(this.mvc.get().uri("/probe").cookie(new Cookie(Theme.COOKIE, "\"><b>"))).bodyText()
			.contains("data-bs-theme=\"auto\"");
	}

	@Test
	void aThemeIsChosenWithoutAScriptAndThePageOpenedAgain() {
		assertThat(this.mvc.get().uri("/probe?q=1")).bodyText().contains("href=\"/probe?q=1&amp;theme=dark\"");
		assertThat(this.mvc.get().uri("/probe?q=1&theme=dark")).hasStatus(302)
			.hasRedirectedUrl("/probe?q=1")
			.cookies()
			.hasValue(Theme.COOKIE, "dark");
		assertThat(this.mvc.get().uri("/probe?theme=neon")).hasStatusOk().cookies().doesNotContainCookie(Theme.COOKIE);
	}

	@Test
	void whatWasTypedIsTextNotMarkup() {
		assertThat(this.mvc.get().uri("/probe")).bodyText()
			.contains("&lt;b&gt;ada&lt;/b&gt;")
			.doesNotContain("<b>ada</b>");
	}

	@Test
	void aFormWithAnErrorComesBackWithASummaryThatLinksToTheField() {
		assertThat(this.mvc.post().uri("/probe").with(csrf()).param("name", " ").param("note", "typed text"))
			.hasStatusOk()
			.bodyText()
			.contains("There is a problem", "href=\"#name\"", "id=\"name\"", "aria-invalid=\"true\"", "Enter a name",
					"typed text");
	}

	@Test
	void warningsStandBesideTheirField() {
		assertThat(this.mvc.get().uri("/probe")).bodyText().contains("This is risky");
	}

	@Test
	void aChoiceMadeStaysChosen() {
		assertThat(this.mvc.get().uri("/probe")).bodyText()
			.contains("<option value=\"b\" selected=\"selected\">Second</option>");
	}

	@Test
	void aChoiceThatIsNotOfferedAnyMoreIsNotLost() {
		assertThat(this.mvc.post().uri("/probe").with(csrf()).param("name", "").param("choice", "zz")).bodyText()
			.contains("zz (not offered any more)");
	}

	@Test
	void whatWasDoneIsSaidAfterTheRedirect() {
		assertThat(this.mvc.post().uri("/probe").with(csrf()).param("name", "ada")).hasRedirectedUrl("/probe")
			.flash()
			.containsEntry("flash", new Flash(Flash.Level.SUCCESS, "shell.copy", java.util.List.of("it")));
		assertThat(this.mvc.get()
			.uri("/probe")
			.flashAttr("flash", new Flash(Flash.Level.SUCCESS, "shell.copy", java.util.List.of("it")))).bodyText()
			.contains("Copy it", "role=\"status\"");
	}

	@Test
	void losingARaceIsExplainedOnAPage() {
		assertThat(this.mvc.get().uri("/probe/stale")).hasStatus(409)
			.bodyText()
			.contains("Somebody else was faster", "Request id")
			.doesNotContain("version 3");
	}

	@Test
	void anAddressWithoutAnIdLeadsToAPageInWords() {
		assertThat(this.mvc.get().uri("/probe/not-an-id")).hasStatus(404).bodyText().contains("There is nothing here");
	}

}
