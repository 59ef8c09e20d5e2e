package dev.understudy.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.WaitUntilState;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * What is typed into a draft survives whatever happens to the browser.
 */
class AutosaveJourneyTests extends ConsoleTests {

	private static final String DRAFT = ".*/experiments/[0-9a-f-]{36}/draft";

	@Test
	void theFirstWordsBeginADraftAndEverythingTypedAfterThemIsKept() {
		try (Visitor visitor = visitor(Look.LIGHT)) {
			Page page = visitor.signIn("author").page();
			String draft = begin(page, "kept-by-itself");
			description(page).fill("before the reload");
			page.reload();
			assertThat(description(page)).hasValue("before the reload");
			description(page).fill("before going elsewhere");
			page.navigate("/experiments");
			page.navigate(draft);
			assertThat(description(page)).hasValue("before going elsewhere");
			description(page).fill("before the tab is closed");
			page.close();
			Page other = visitor.newPage();
			// What a closing tab sends is on its way beside what the next one asks for.
			Awaitility.await().until(() -> {
				other.navigate(draft);
				return description(other).inputValue().equals("before the tab is closed");
			});
			other.navigate(draft.replace("/draft", "/revisions"));
			assertThat(other.locator("main")).containsText("Description");
			visitor.assertNoComplaints();
		}
	}

	@Test
	void thePageOfANewExperimentGoesOnAsThatOfItsDraft() {
		try (Visitor visitor = visitor(Look.LIGHT)) {
			Page page = visitor.signIn("author").page();
			String draft = begin(page, "goes-on-as-a-draft");
			Response again = page.waitForResponse("**/catalog/refresh?*", () -> visitor.press("Read again"));
			Assertions.assertThat(again.ok()).isTrue();
			Request forecast = page.waitForRequest("**/forecast", () -> description(page).fill("more"));
			Assertions.assertThat(forecast.url()).isEqualTo(draft + "/forecast");
			assertThat(page.locator("[data-leave]")).hasAttribute("href",
					draft.substring(address().length()).replace("/draft", ""));
			visitor.assertNoComplaints();
			visitor.press("Check");
			assertThat(page).hasURL(draft + "/check");
		}
	}

	@Test
	void aLostConnectionIsSaidAndWhatWasTypedIsSentWhenItIsBack() {
		try (Visitor visitor = visitor(Look.LIGHT)) {
			Page page = visitor.signIn("author").page();
			begin(page, "no-connection");
			page.context().setOffline(true);
			description(page).fill("typed in a tunnel");
			assertThat(line(page)).containsText("no connection. Kept in this browser");
			page.context().setOffline(false);
			assertThat(line(page)).containsText("Saved");
			page.reload();
			assertThat(description(page)).hasValue("typed in a tunnel");
		}
	}

	@Test
	void whatNeverReachedTheServerComesBackOrIsOffered() {
		try (Visitor visitor = visitor(Look.LIGHT)) {
			Page page = visitor.signIn("author").page();
			String draft = begin(page, "never-sent");
			Page other = visitor.newPage();
			other.navigate(draft);
			unplug(page);
			description(page).fill("never sent");
			assertThat(line(page)).containsText("no connection");
			description(other).fill("sent from the other window");
			assertThat(line(other)).containsText("edited");
			page.close();
			Page third = visitor.newPage();
			third.navigate(draft);
			assertThat(description(third)).hasValue("sent from the other window");
			Visitor.press(third, "Restore what was typed");
			assertThat(description(third)).hasValue("never sent");
		}
	}

	@Test
	void aLostSessionIsSaidAndTheFormGoesOnAfterSigningIn() {
		try (Visitor visitor = visitor(Look.LIGHT)) {
			Page page = visitor.signIn("author").page();
			begin(page, "signed-out");
			page.context().clearCookies();
			description(page).fill("typed without a session");
			assertThat(line(page)).containsText("you are signed out");
			page.reload(new Page.ReloadOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
			page.getByLabel("User name").fill("author");
			page.getByLabel("Password").fill("author");
			visitor.press("Sign in");
			page.waitForURL((url) -> url.contains("/draft"));
			assertThat(description(page)).hasValue("typed without a session");
		}
	}

	@Test
	void twoWindowsOfOnePersonEndInAChoice() {
		try (Visitor visitor = visitor(Look.LIGHT)) {
			Page page = visitor.signIn("author").page();
			String draft = begin(page, "two-windows");
			Page other = visitor.newPage();
			other.navigate(draft);
			description(other).fill("in the other window");
			assertThat(line(other)).containsText("edited");
			description(page).fill("in this window");
			assertThat(line(page)).containsText("another window");
			visitor.press("Save draft");
			assertThat(page.locator("h1")).containsText("Somebody saved meanwhile");
			visitor.screenshot("conflict-light");
			page.locator("[name='side:/Description'][value='mine']").check();
			visitor.press("Save this as revision");
			assertThat(description(page)).hasValue("in this window");
		}
	}

	private static String begin(Page page, String name) {
		page.navigate("/experiments/new");
		page.locator("[name='name']").fill(name);
		assertThat(line(page)).containsText("revision 1");
		page.waitForURL((url) -> url.matches(DRAFT));
		return page.url();
	}

	private static void unplug(Page page) {
		page.evaluate("() => { window.fetch = () => Promise.reject(new TypeError('unplugged')); }");
	}

	private static Locator line(Page page) {
		return page.locator("#saved");
	}

	private static Locator description(Page page) {
		return page.locator("[name='description']");
	}

}
