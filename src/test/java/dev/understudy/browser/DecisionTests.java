package dev.understudy.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * The way of a person from a running test to its end, in a real browser.
 */
class DecisionTests extends ConsoleTests {

	@Test
	void aPersonStopsARunningTestAndPromotesTheShadow() {
		try (Visitor visitor = visitor(Look.LIGHT)) {
			Page page = Rehearsals.run(visitor, "decide-1", "churn-prod", "production", "churn-3", "churn-4",
					"ml.m5.large", "1");
			page.getByText("Decide and stop").first().press("Enter");
			assertThat(page.locator("#outcome")).containsText("Choose what becomes of the two variants");
			page.locator("[name='action'][value='promote']").press("Space");
			Locator outcome = page.locator("#outcome");
			assertThat(outcome).containsText("Callers of churn-prod get the answers of churn-4");
			page.locator("[name='reason']").fill("p99 down by a third");
			page.locator("[name='confirmation']").fill("churn-prod");
			visitor.screenshot("stop-promote");
			visitor.press("Promote churn-4 on churn-prod");
			assertThat(page.locator("h1")).containsText("Stop decide-1");
			assertThat(page.locator("#operation")).containsText("SageMaker stops it as was asked");
			assertThat(page.locator("#operation")).containsText("p99 down by a third");
			visitor.screenshot("operation-stopped");
			page.locator(".u-crumb a").last().click();
			assertThat(page.locator("main")).containsText("author stopped it and promoted the shadow");
			visitor.assertNoComplaints();
		}
	}

	@Test
	void theDecisionIsMadeWithoutJavaScript() {
		try (Visitor visitor = visitorWithoutJavaScript()) {
			Page page = Rehearsals.run(visitor, "decide-2", "pricing-prod", "AllTraffic", "pricing-21", "pricing-22",
					"ml.c5.2xlarge", "2");
			page.getByText("Decide and stop").first().click();
			page.locator("[name='action'][value='discard']").check();
			page.locator("#outcome").getByText("Show what happens").click();
			visitor.press("Discard pricing-22 and keep pricing-prod as it is");
			assertThat(page.locator("#reason-error")).containsText("Say why");
			page.locator("[name='reason']").fill("too slow");
			page.locator("[name='action'][value='promote']").check();
			page.locator("#outcome").getByText("Show what happens").click();
			visitor.press("Promote pricing-22 on pricing-prod");
			assertThat(page.locator("#confirmation-error")).containsText("Type pricing-prod to confirm");
			page.locator("[name='action'][value='discard']").check();
			page.locator("#outcome").getByText("Show what happens").click();
			assertThat(page.locator("#outcome")).containsText("go on getting the answers of pricing-21");
			assertThat(page.locator("[name='reason']")).hasValue("too slow");
			visitor.press("Discard pricing-22 and keep pricing-prod as it is");
			page.waitForURL((url) -> url.contains("/operations/"));
			visitor.await("#operation", "SageMaker stops it as was asked");
		}
	}

	@Test
	void aRunningTestIsUpdatedAndTagged() {
		try (Visitor visitor = visitor(Look.LIGHT)) {
			Page page = Rehearsals.run(visitor, "change-1", "search-prod", "production", "search-9", "search-10",
					"ml.c5.xlarge", "3");
			String home = page.url();
			page.navigate(home + "/update");
			visitor.press("Show what will be sent");
			assertThat(page.locator("main")).containsText("there is nothing to send yet");
			page.locator("[name='sampling']").fill("80");
			page.locator("[name='description']").fill("Louder");
			visitor.press("Show what will be sent");
			assertThat(page.locator("main")).containsText("Louder");
			visitor.screenshot("update-review");
			visitor.press("Go on editing");
			assertThat(page.locator("[name='sampling']")).hasValue("80");
			visitor.press("Show what will be sent");
			visitor.press("Update change-1");
			assertThat(page.locator("#operation")).containsText("SageMaker has it as was asked");
			visitor.screenshot("operation-updated");
			page.navigate(home + "/tags");
			page.locator("[name='tags[0].key']").fill("team");
			page.locator("[name='tags[0].value']").fill("search");
			visitor.press("Add a tag");
			page.locator("[name='tags[1].key']").fill("aws:mine");
			visitor.press("Change tags of change-1");
			assertThat(page.locator("#tags-1-key-error")).containsText("aws:");
			visitor.screenshot("tags-refused");
			visitor.press("Remove tag 2");
			visitor.press("Change tags of change-1");
			assertThat(page.locator("#operation")).containsText("The tags are as was asked");
			page.navigate(home);
			assertThat(page.locator("main")).containsText("team=search");
			assertThat(page.locator("main")).containsText("80 %");
		}
	}

}
