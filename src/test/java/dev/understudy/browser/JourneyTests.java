package dev.understudy.browser;

import java.util.stream.IntStream;
import java.util.stream.Collectors;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.APIResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The way of a person from the form to an ARN on the dashboard, in a real browser.
 */
class JourneyTests extends ConsoleTests {

	private static FilePayload file(String name, String text) {
		return new FilePayload(name, "text/plain", text.getBytes(StandardCharsets.UTF_8));
	}

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
			assertThat(page.locator("main")).containsText("SageMaker says Running");
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
			page.waitForURL((url) -> !url.endsWith("/review"));
			visitor.await("main", "SageMaker says Running");
			assertThat(page.locator("main"))
				.containsText("arn:aws:sagemaker:us-east-1:111122223333:inference-experiment/plain-journey");
			assertThat(page.locator("main")).containsText("team=ranking");
		}
	}

	@Test
	void aFileIsSentWhereNoScriptReadsItAndOneThatIsTooLongIsRefusedInWords() {
		try (Visitor visitor = visitorWithoutJavaScript()) {
			Page page = visitor.signIn("admin").page();
			page.navigate("/experiments/import");
			page.locator("#file").setInputFiles(file("draft.json", "{\"Name\": \"from-a-file\"}"));
			visitor.press("Import");
			assertThat(page.locator(".e-lines")).containsText("from-a-file");
			page.locator("#file").setInputFiles(file("long.json", "x".repeat(300_000)));
			visitor.press("Import");
			assertThat(page.locator("main")).containsText("larger than 256 KB");
			page.navigate("/settings/prices");
			page.locator("#file")
				.setInputFiles(file("prices.csv", "region,instance_type,hourly_price,currency,as_of,source\n"));
			visitor.press("Check");
			assertThat(page.locator("#table")).hasValue("region,instance_type,hourly_price,currency,as_of,source\n");
			page.locator("#file").setInputFiles(file("longer.csv", "x".repeat(4_500_000)));
			visitor.press("Check");
			assertThat(page.locator("main")).containsText("a table has at most 4 MB");
		}
	}

	@Test
	void theWholeWayGoesByTheKeyboardAlone() {
		try (Visitor visitor = visitor(Look.LIGHT)) {
			Page page = visitor.page();
			page.navigate("/sign-in");
			assertThat(page.locator("[name='name']")).isFocused();
			page.keyboard().type("author");
			visitor.type("[name='password']", "author");
			page.keyboard().press("Enter");
			page.waitForURL((url) -> !url.contains("/sign-in"));
			visitor.tabTo("a[href='/experiments/new']");
			page.keyboard().press("Enter");
			page.waitForURL("**/experiments/new");
			visitor.type("[name='name']", "keys-only");
			visitor.tabTo("[name='role']");
			page.keyboard().press("ArrowDown");
			visitor.type("[name='endpoint']", "loyalty-prod");
			visitor.type("[name='variants[0].name']", "AllTraffic");
			visitor.type("[name='variants[0].model']", "loyalty-1");
			visitor.type("[name='variants[0].instanceType']", "ml.c5.xlarge");
			visitor.type("[name='variants[0].instanceCount']", "1");
			visitor.type("[name='variants[1].name']", "shadow");
			visitor.type("[name='variants[1].model']", "loyalty-2");
			visitor.type("[name='variants[1].instanceType']", "ml.c5.xlarge");
			visitor.type("[name='variants[1].instanceCount']", "1");
			visitor.type("[name='sampling']", "100");
			visitor.tabTo("button[name='then'][value='review']");
			page.keyboard().press("Enter");
			page.waitForURL("**/review");
			visitor.tabTo("main form[data-once] button");
			page.keyboard().press("Enter");
			assertThat(page.locator("main")).containsText("inference-experiment/keys-only");
			visitor.assertNoComplaints();
		}
	}

	@Test
	void manyRolesAreSearched() {
		try (Visitor visitor = visitor(Look.LIGHT)) {
			Page page = visitor.signIn("author").page();
			page.route("**/experiments/new", (route) -> {
				APIResponse answer = route.fetch();
				String more = IntStream.range(0, 20)
					.mapToObj("<option value='arn:aws:iam::111122223333:role/team-%d'>team</option>"::formatted)
					.collect(Collectors.joining());
				route.fulfill(new Route.FulfillOptions().setResponse(answer)
					.setBody(answer.text().replaceFirst("(<select[^>]* name=\"role\"[^>]*>)", "$1" + more)));
			});
			page.navigate("/experiments/new");
			Locator role = page.locator("#role");
			role.fill("TEAM-1");
			assertThat(page.getByRole(AriaRole.OPTION)).hasCount(11);
			role.press("ArrowDown");
			role.press("ArrowDown");
			role.press("Enter");
			assertThat(role).hasValue("arn:aws:iam::111122223333:role/team-10");
			assertThat(page.locator("[name='role']")).hasValue("arn:aws:iam::111122223333:role/team-10");
			visitor.assertNoComplaints();
		}
	}

	@Test
	void choosingAnEndpointByKeyboardFillsInBothVariantsAndKeepsWhatWasTyped() {
		try (Visitor visitor = visitor(Look.LIGHT)) {
			Page page = visitor.signIn("author").page();
			page.navigate("/experiments/new");
			page.locator("[name='variants[1].instanceCount']").fill("7");
			Locator endpoint = page.locator("[name='endpoint']");
			endpoint.pressSequentially("RAUD-");
			assertThat(page.locator("#combobox-0 [role='option']")).hasCount(1);
			assertThat(endpoint).hasAttribute("aria-expanded", "true");
			org.assertj.core.api.Assertions.assertThat(visitor.barriers()).isEmpty();
			endpoint.press("ArrowDown");
			assertThat(endpoint).hasAttribute("aria-activedescendant", "combobox-0-0");
			endpoint.press("Enter");
			assertThat(endpoint).hasValue("fraud-prod");
			assertThat(endpoint).hasAttribute("aria-expanded", "false");
			assertThat(page.locator("#endpoint-today")).containsText("runs fraud-v6 on 2 × ml.m5.xlarge");
			assertThat(page.locator("[name='variants[0].model']")).hasValue("fraud-v6");
			assertThat(page.locator("[name='variants[1].name']")).hasValue("shadow");
			assertThat(page.locator("[name='variants[1].model']")).hasValue("");
			assertThat(page.locator("[name='variants[1].instanceType']")).hasValue("ml.m5.xlarge");
			assertThat(page.locator("[name='variants[1].instanceCount']")).hasValue("7");
			visitor.assertNoComplaints();
		}
	}

	@Test
	void theTourShowsARunningAFailedAndAScheduledTestUntilItIsPutAway() {
		try (Visitor visitor = visitorWithoutJavaScript()) {
			Page page = visitor.signIn("viewer").page();
			Locator tour = page.locator(".x-tour");
			await().until(() -> {
				page.navigate("/");
				return tour.locator("li a").count() == 3;
			});
			for (String status : List.of("Running", "Cancelled", "Created")) {
				tour.locator("li a").nth(List.of("Running", "Cancelled", "Created").indexOf(status)).press("Enter");
				assertThat(page.locator("main")).containsText("SageMaker says " + status);
				page.navigate("/");
			}
			visitor.press("Put this away");
			assertThat(tour).hasCount(0);
			page.navigate("/help");
			visitor.press("Look around again");
			assertThat(tour).isVisible();
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
