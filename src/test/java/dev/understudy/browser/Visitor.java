package dev.understudy.browser;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import org.awaitility.Awaitility;

import dev.understudy.Patience;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody with a browser of their own: clean, with their eyes on what the browser
 * complains about.
 */
final class Visitor implements AutoCloseable {

	private static final Path SCREENSHOTS = Path.of("target/screenshots");

	private static final Duration NOW_AND_THEN = Duration.ofMillis(500);

	private final boolean scripted;

	private final BrowserContext context;

	private final Page page;

	private final List<String> complaints = new CopyOnWriteArrayList<>();

	Visitor(NewContextOptions options) {
		this.scripted = !Boolean.FALSE.equals(options.javaScriptEnabled);
		this.context = Chromium.get().newContext(options);
		this.context.setDefaultTimeout(Patience.LONG.toMillis());
		this.context.addInitScript(
				"""
						window.shift = 0;
						window.shifted = [];
						new PerformanceObserver((list) => list.getEntries().filter((it) => !it.hadRecentInput)
							.forEach((it) => {
								window.shift += it.value;
								window.shifted.push(...it.sources.map(({ node }) => node?.outerHTML?.slice(0, 120) ?? node?.textContent));
							})).observe({ type: "layout-shift", buffered: true });
						""");
		this.page = this.context.newPage();
		this.page.onConsoleMessage((message) -> {
			// What is under way when somebody goes on to another page is given up.
			if (message.type().equals("error") && !message.text().startsWith("htmx:")) {
				this.complaints.add(message.text());
			}
		});
		this.page.onPageError((error) -> this.complaints.add(error));
		this.page.onDialog((dialog) -> {
			this.complaints.add("A dialog opened: " + dialog.message());
			dialog.dismiss();
		});
	}

	Page page() {
		return this.page;
	}

	/**
	 * Waits for a page to say something. It comes by itself, and without JavaScript to
	 * whoever asks for the page again.
	 */
	void await(String selector, String words) {
		Locator place = this.page.locator(selector);
		if (!this.scripted) {
			Awaitility.await().pollInterval(NOW_AND_THEN).until(() -> {
				this.page.reload();
				return place.textContent().contains(words);
			});
		}
		PlaywrightAssertions.assertThat(place).containsText(words);
	}

	/** Another window of the same browser. */
	Page newPage() {
		return this.context.newPage();
	}

	Visitor signIn(String name) {
		return signIn(name, "User name", "Password", "Sign in");
	}

	Visitor signInGerman(String name) {
		return signIn(name, "Benutzername", "Passwort", "Anmelden");
	}

	private Visitor signIn(String name, String nameLabel, String passwordLabel, String button) {
		this.page.navigate("/sign-in");
		this.page.getByLabel(nameLabel).fill(name);
		this.page.getByLabel(passwordLabel).fill(name);
		press(button);
		this.page.waitForURL((url) -> !url.contains("/sign-in"));
		return this;
	}

	/**
	 * Goes on with the Tab key until something has the focus, as one does without a
	 * mouse.
	 */
	void tabTo(String selector) {
		for (int count = 0; count < 300; count++) {
			this.page.keyboard().press("Tab");
			if ((boolean) this.page.evaluate("(it) => document.activeElement.matches(it)", selector)) {
				return;
			}
		}
		throw new AssertionError("The Tab key never reaches " + selector + " on " + this.page.url());
	}

	/** Types into a field that was reached with the Tab key. */
	void type(String selector, String text) {
		tabTo(selector);
		this.page.keyboard().type(text);
	}

	/** With the keyboard, which works with and without JavaScript. */
	void press(String button) {
		press(this.page, button);
	}

	static void press(Page page, String button) {
		page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button)).first().press("Enter");
	}

	void screenshot(String name) {
		this.page.screenshot(new ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")).setFullPage(true));
	}

	/** Goes to a page and waits until every part of it has arrived. */
	Response open(String path) {
		this.page.emulateMedia(new EmulateMediaOptions().setReducedMotion(ReducedMotion.NO_PREFERENCE));
		Response response = this.page.navigate(path);
		this.page.waitForFunction("() => !document.querySelector('[hx-trigger=\"load\"], .htmx-request')");
		return Objects.requireNonNull(response);
	}

	/**
	 * Looks at the same page otherwise, without asking for it again, and at rest, so that
	 * no colour is on its way to another.
	 */
	void look(Look look) {
		this.page.setViewportSize(look.width(), look.height());
		this.page.emulateMedia(
				new EmulateMediaOptions().setColorScheme(look.scheme()).setReducedMotion(ReducedMotion.REDUCE));
		this.page.waitForFunction("(theme) => document.documentElement.dataset.bsTheme === theme",
				look.scheme().name().toLowerCase(Locale.ROOT));
	}

	/** How far things moved under the reader's eyes, as browsers reckon it. */
	double shift() {
		return ((Number) this.page.evaluate("window.shift")).doubleValue();
	}

	/** What it was that moved. */
	List<?> shifted() {
		return (List<?>) this.page.evaluate("window.shifted");
	}

	/** What still moves although the reader asked for rest. */
	List<?> motion() {
		return (List<?>) this.page.evaluate("""
				document.getAnimations().filter((it) => it.playState === "running"
					&& it.effect.getComputedTiming().duration > 10).map((it) => it.effect.target.outerHTML)""");
	}

	/** What a person would stumble over, as the page is looked at now. */
	List<String> barriers() {
		return Axe.barriers(this.page);
	}

	/** What of that another light or another width may have brought about. */
	List<String> barriersOfTheLook() {
		return Axe.barriersOfTheLook(this.page);
	}

	/** How many pixels the page is wider than the window. */
	int overflow() {
		return ((Number) this.page
			.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")).intValue();
	}

	void assertNoComplaints() {
		assertThat(this.complaints).as("what the browser complained about").isEmpty();
	}

	@Override
	public void close() {
		this.context.close();
	}

}
