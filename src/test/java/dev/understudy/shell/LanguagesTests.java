package dev.understudy.shell;

import java.util.Locale;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@WebMvcTest(Probe.Pages.class)
@Import({ Probe.Pages.class, Languages.class })
@WithMockUser
class LanguagesTests {

	private final MockMvcTester mvc;

	@Autowired
	LanguagesTests(MockMvcTester mvc) {
		this.mvc = mvc;
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			-,                       -,       en
			de,                      -,       de
			de-AT,                   -,       de
			fr;q=0.9,                -,       en
			'fr, de;q=0.5, en;q=0.1',-,       de
			'en, de',                -,       en
			*,                       -,       en
			de,                      en,      en
			en,                      de,      de
			de,                      tlh,     de
			""")
	void aPageSpeaksWhatWasChosenOrElseWhatTheBrowserAsksFor(String asked, String chosen, String spoken) {
		MockHttpServletRequest request = request("/experiments", asked);
		if (chosen != null) {
			request.setCookies(new Cookie(Languages.COOKIE, chosen));
		}
		assertThat(new Languages().resolveLocale(request).getLanguage()).isEqualTo(spoken);
	}

	@Test
	void programsAreAnsweredInEnglish() {
		MockHttpServletRequest request = request("/api/v1/experiments", "de");
		request.setCookies(new Cookie(Languages.COOKIE, "de"));
		assertThat(new Languages().resolveLocale(request)).isEqualTo(Locale.ENGLISH);
	}

	@Test
	void aPageSaysWhichLanguageItIsIn() {
		assertThat(this.mvc.get().uri("/probe").header(HttpHeaders.ACCEPT_LANGUAGE, "de")).hasStatusOk()
			.bodyText()
			.contains("<html lang=\"de\"", "Abmelden", "href=\"/probe?lang=en\"")
			.doesNotContain("Sign out", "??");
	}

	@Test
	void whatWentWrongIsSaidInTheSameLanguage() {
		assertThat(this.mvc.get().uri("/probe/not-an-id").header(HttpHeaders.ACCEPT_LANGUAGE, "de")).hasStatus(404)
			.bodyText()
			.contains("<html lang=\"de\"", "Hier ist nichts", "Nichts wurde geändert.")
			.doesNotContain("There is nothing here");
	}

	@Test
	void aChoiceIsKeptAndThePageOpenedAgain() {
		assertThat(this.mvc.get().uri("/probe?q=1&lang=de")).hasStatus(302).hasRedirectedUrl("/probe?q=1");
		assertThat(this.mvc.get().uri("/probe?lang=de")).headers()
			.hasHeaderSatisfying(HttpHeaders.SET_COOKIE, (cookies) -> assertThat(cookies).anySatisfy((cookie) -> {
				assertThat(cookie).startsWith(Languages.COOKIE + "=de;")
					.contains("Path=/", "Max-Age=31536000", "HttpOnly", "SameSite=Lax");
			}));
	}

	@Test
	void anUnknownLanguageChangesNothing() {
		assertThat(this.mvc.get().uri("/probe?lang=tlh")).hasStatusOk()
			.cookies()
			.doesNotContainCookie(Languages.COOKIE);
	}

	@Test
	void whatWasTypedIsNotLostByAskingForAnotherLanguage() {
		assertThat(this.mvc.post().uri("/probe?lang=de").with(csrf()).param("name", " ").param("note", "typed"))
			.hasStatusOk()
			.bodyText()
			.contains("typed")
			.doesNotContain("?lang=");
	}

	private static MockHttpServletRequest request(String path, String asked) {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
		if (asked != null) {
			request.addHeader(HttpHeaders.ACCEPT_LANGUAGE, asked);
			request.setPreferredLocales(Locale.LanguageRange.parse(asked)
				.stream()
				.map((range) -> Locale.forLanguageTag(range.getRange().replace("*", "und")))
				.toList());
		}
		return request;
	}

}
