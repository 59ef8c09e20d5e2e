package dev.understudy.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The way of a person from the form to an ARN on the dashboard, in a real browser.
 */
class JourneyTests extends ConsoleTests {

	private static final ContainsTextOptions SOON = new ContainsTextOptions().setTimeout(30_000);

	@Test
	void aPersonGetsFromTheFormToAnArnAndSeesItRun() {
		try (Visitor visitor = visitor(Look.LIGHT)) {
			Page page = visitor.signIn("author").page();
			page.navigate("/experiments/new");
			Rehearsals.fill(page, "rehearsal", "fraud-prod", "production", "fraud-v6", "fraud-v7", "ml.m5.xlarge", "2");
			visitor.press("Save draft");
			assertThat(page.locator("main")).containsText("The draft was saved.");
			visitor.press("Save and review");
			visitor.press("Create shadow test on fraud-prod");
			// Nobody reloads: the page refreshes itself.
			assertThat(page.locator("main")).containsText("SageMaker says Running", SOON);
			assertThat(page.locator("main"))
				.containsText("arn:aws:sagemaker:us-east-1:111122223333:inference-experiment/rehearsal");
			page.navigate("/");
			Locator row = page.locator("main tr", new Page.LocatorOptions().setHasText("rehearsal"));
			assertThat(row).containsText("Running");
			assertThat(row).containsText("arn:aws:sagemaker:us-east-1:111122223333:inference-experiment/rehearsal");
			visitor.assertNoComplaints();
		}
	}

	@Test
	void theWholeWayGoesWithoutJavaScript() {
		try (Visitor visitor = visitorWithoutJavaScript()) {
			Page page = visitor.signIn("author").page();
			page.navigate("/experiments/new");
			Rehearsals.fill(page, "plain-journey", "ranking-prod", "AllTraffic", "ranking-2026-10", "ranking-2026-11",
					"ml.g5.xlarge", "1");
			visitor.press("Add a tag");
			assertThat(page.locator("[name='name']")).hasValue("plain-journey");
			page.locator("[name='tags[0].key']").fill("team");
			page.locator("[name='tags[0].value']").fill("ranking");
			visitor.press("Save and review");
			visitor.press("Create shadow test on ranking-prod");
			await().until(() -> {
				page.reload();
				return page.locator("main").textContent().contains("SageMaker says Running");
			});
			assertThat(page.locator("main"))
				.containsText("arn:aws:sagemaker:us-east-1:111122223333:inference-experiment/plain-journey");
			assertThat(page.locator("main")).containsText("team=ranking");
		}
	}

	@Test
	void aWrongFieldSaysSoWhenItIsLeft() {
		try (Visitor visitor = visitor(Look.LIGHT)) {
			Page page = visitor.signIn("author").page();
			page.navigate("/experiments/new");
			page.locator("[name='name']").fill("not a name");
			page.locator("[name='description']").focus();
			assertThat(page.locator("#name-error")).containsText("Given: \"not a name\"");
			assertThat(page.locator("[name='name']")).hasAttribute("aria-invalid", "true");
			assertThat(page.locator("[name='description']")).isFocused();
			visitor.assertNoComplaints();
		}
	}

	@Test
	void twoTabsNeverLoseAnEdit() {
		try (Visitor visitor = visitor(Look.LIGHT)) {
			Page page = visitor.signIn("author").page();
			page.navigate("/experiments/new");
			page.locator("[name='name']").fill("two-tabs");
			visitor.press("Save draft");
			assertThat(page.locator("main")).containsText("revision 1");
			Page other = page.context().newPage();
			other.navigate(page.url());
			other.locator("[name='description']").fill("written in the other tab");
			Visitor.press(other, "Save draft");
			assertThat(other.locator("main")).containsText("revision 2");
			page.locator("[name='description']").fill("written in this tab");
			visitor.press("Save draft");
			assertThat(page.locator("main")).containsText("written in the other tab");
			assertThat(page.locator("main")).containsText("written in this tab");
		}
	}

}
