package dev.understudy.browser;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.AriaRole;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody with a browser of their own: clean, with their eyes on what the browser
 * complains about.
 */
final class Visitor implements AutoCloseable {

	private static final Path SCREENSHOTS = Path.of("target/screenshots");

	private final BrowserContext context;

	private final Page page;

	private final List<String> complaints = new CopyOnWriteArrayList<>();

	Visitor(NewContextOptions options) {
		this.context = Chromium.get().newContext(options);
		this.context.setDefaultTimeout(20_000);
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

	/** Another window of the same browser. */
	Page newPage() {
		return this.context.newPage();
	}

	Visitor signIn(String name) {
		this.page.navigate("/sign-in");
		this.page.getByLabel("User name").fill(name);
		this.page.getByLabel("Password").fill(name);
		press("Sign in");
		this.page.waitForURL((url) -> !url.contains("/sign-in"));
		return this;
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

	/** What axe finds and a person would stumble over: serious or worse. */
	List<String> barriers() {
		return new AxeBuilder(this.page).analyze()
			.getViolations()
			.stream()
			.filter((rule) -> List.of("serious", "critical").contains(rule.getImpact()))
			.flatMap(Visitor::described)
			.toList();
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

	private static Stream<String> described(Rule rule) {
		return rule.getNodes().stream().map((node) -> "%s: %s".formatted(rule.getId(), node.getHtml()));
	}

}
