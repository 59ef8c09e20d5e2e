package dev.understudy.browser;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Somebody writes a draft and sees what comes of it before anything is saved. */
class ForecastJourneyTests extends ConsoleTests {

	@Test
	void timesAndCostFollowWhatIsTyped() {
		try (Visitor author = visitor(Look.LIGHT).signIn("author")) {
			author.page().navigate("/experiments/new");
			Locator forecast = author.page().locator("#forecast");
			assertThat(forecast).containsText("unknown");
			author.page().locator("#variants-0-name").fill("production");
			author.page().locator("#variants-1-instanceType").fill("ml.m5.xlarge");
			author.page().locator("#variants-1-instanceCount").pressSequentially("2");
			assertThat(forecast).containsText("77.28 USD");
			author.page().getByLabel("Later").check();
			author.page().locator("#start").fill("2027-03-28T02:30");
			assertThat(forecast).containsText("does not exist in Europe/Berlin");
			author.press("30 days");
			assertThat(author.page().locator("#end")).hasValue("2027-04-27T03:30");
			assertThat(forecast).containsText("331.20 USD");
			assertThat(author.page().locator(":focus")).hasText("30 days");
			Locator zone = author.page().locator("#zone");
			zone.fill("new yo");
			assertThat(author.page().locator(".c-options:not([hidden]) [role=option]")).hasText("America/New_York");
			zone.press("ArrowDown");
			zone.press("Enter");
			assertThat(author.page().locator("[name='zone']")).hasValue("America/New_York");
			zone.fill("nowhere");
			zone.blur();
			assertThat(zone).hasValue("America/New_York");
			author.page().locator("#start").fill("2027-03-14T02:30");
			assertThat(forecast).containsText("does not exist in America/New_York");
			author.assertNoComplaints();
		}
	}

	@Test
	void withoutJavaScriptAButtonTellsTheSame() {
		try (Visitor author = visitorWithoutJavaScript().signIn("author")) {
			author.page().navigate("/experiments/new");
			author.page().locator("#name").fill("by-hand");
			author.page().locator("#variants-0-name").fill("production");
			author.page().locator("#variants-1-instanceType").fill("ml.m5.xlarge");
			author.page().locator("#variants-1-instanceCount").fill("2");
			author.press("Work out times and cost");
			assertThat(author.page().locator("#forecast")).containsText("77.28 USD");
			assertThat(author.page().locator("#name")).hasValue("by-hand");
		}
	}

}
