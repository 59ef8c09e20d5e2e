package dev.understudy.browser;

import java.util.Locale;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

import dev.understudy.experiment.ExperimentQuery;
import dev.understudy.experiment.ExperimentSummary;
import dev.understudy.experiment.Experiments;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Getting around by keys, and working through the list of experiments. */
class SearchJourneyTests extends ConsoleTests {

	@Autowired
	private Experiments experiments;

	@ParameterizedTest
	@EnumSource
	void thePaletteLeadsToAnExperimentAndTheKeysCanBeSwitchedOff(Look look) {
		await().until(() -> sample("vision-6-shadow") != null);
		try (Visitor visitor = visitor(look).signIn("author")) {
			Page page = visitor.page();
			page.keyboard().press("/");
			Locator input = page.locator("#palette [role=combobox]");
			assertThat(input).isFocused();
			page.keyboard().type("vision-6");
			assertThat(page.locator("#palette [aria-selected=true]")).containsText("vision-6-shadow");
			see(visitor, "palette", look);
			page.keyboard().press("Enter");
			page.waitForURL(Pattern.compile(".*/experiments/[0-9a-f-]{36}"));
			page.keyboard().press("?");
			assertThat(page.locator("#keys")).isVisible();
			see(visitor, "keys", look);
			page.locator("[data-keys-switch]").press("Space");
			page.keyboard().press("Escape");
			assertThat(page.locator("#keys")).isHidden();
			page.keyboard().press("/");
			page.keyboard().press("Control+k");
			page.keyboard().press("ArrowDown");
			page.keyboard().press("ArrowDown");
			assertThat(input).hasAttribute("aria-activedescendant", "palette-page-1");
			page.keyboard().press("Escape");
			assertThat(page.locator("#palette")).isHidden();
			visitor.assertNoComplaints();
		}
	}

	@Test
	void aKeyLeadsWhereItsLinkLeadsButNotWhileSomebodyTypes() {
		try (Visitor visitor = visitor(Look.LIGHT).signIn("author")) {
			Page page = visitor.page();
			page.keyboard().press("g");
			page.keyboard().press("e");
			page.waitForURL("**/experiments");
			page.locator("[name='q']").focus();
			page.keyboard().type("n/?");
			assertThat(page.locator("[name='q']")).hasValue("n/?");
			assertThat(page.locator("dialog[open]")).hasCount(0);
			page.locator("[name='q']").blur();
			page.keyboard().press("n");
			page.waitForURL("**/experiments/new");
			visitor.assertNoComplaints();
		}
	}

	@Test
	void draftsArePickedAndDiscardedAndAFilterAndACommentAreKept() {
		try (Visitor visitor = visitor(Look.LIGHT).signIn("author")) {
			Page page = visitor.page();
			draft(visitor, "bulk-one");
			draft(visitor, "bulk-two");
			page.locator("#new-label").fill("Throw away");
			page.locator("#new-label").press("Enter");
			assertThat(page.locator("#labels")).containsText("Throw away");
			page.locator("#comment").fill("Only for\nthe journey");
			visitor.press("Comment");
			assertThat(page.locator("#comments .d-text")).containsText("Only for\nthe journey");
			look(visitor, "experiment-talked-about");
			page.navigate("/experiments?q=bulk-");
			page.locator("summary:has-text('Save this filter')").press("Enter");
			page.locator(".w-save [name='name']").fill("Journey");
			page.locator(".w-save [name='name']").press("Enter");
			assertThat(page.locator(".w-filters")).containsText("Journey");
			page.locator("[data-pick-all] input").press("Space");
			assertThat(page.locator("[data-picked]")).containsText("2 picked");
			look(visitor, "list-picked");
			visitor.press("Discard drafts");
			assertThat(page.locator("main")).containsText("Nothing has happened yet");
			visitor.press("Discard 2 drafts");
			assertThat(page.locator("main")).containsText("2 done or asked for, 0 refused.");
			look(visitor, "bulk-result");
			visitor.assertNoComplaints();
		}
	}

	@Test
	void searchingAndPickingGoWithoutJavaScript() {
		try (Visitor visitor = visitorWithoutJavaScript().signIn("author")) {
			Page page = visitor.page();
			draft(visitor, "plain-pick");
			page.locator(".s-find").press("Enter");
			page.locator("main [name='q']").fill("plain-pi");
			page.locator("main [name='q']").press("Enter");
			page.locator("main a:has-text('plain-pick')").press("Enter");
			assertThat(page.locator("h1")).containsText("plain-pick");
			page.navigate("/experiments?q=plain-pick");
			page.locator("[data-pick]").press("Space");
			visitor.press("Discard drafts");
			visitor.press("Discard one draft");
			assertThat(page.locator("main")).containsText("1 done or asked for, 0 refused.");
		}
	}

	private static void draft(Visitor visitor, String name) {
		Page page = visitor.page();
		page.navigate("/experiments/new");
		page.locator("[name='name']").fill(name);
		visitor.press("Save draft");
		assertThat(page.locator("main")).containsText("revision 1");
		page.navigate(page.url().replaceAll("/draft.*", ""));
	}

	private static void see(Visitor visitor, String name, Look look) {
		visitor.screenshot("%s-%s".formatted(name, look.name().toLowerCase(Locale.ROOT)));
		assertThat(visitor.barriers()).isEmpty();
		assertThat(visitor.overflow()).isZero();
	}

	private static void look(Visitor visitor, String name) {
		see(visitor, name, Look.LIGHT);
	}

	private ExperimentSummary sample(String name) {
		return this.experiments.list(ExperimentQuery.ALL)
			.items()
			.stream()
			.filter((experiment) -> name.equals(experiment.name()))
			.findFirst()
			.orElse(null);
	}

}
