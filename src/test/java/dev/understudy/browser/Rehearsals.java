package dev.understudy.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;

/**
 * Brings a test to its feet by the form, for those who want to see what comes after.
 */
final class Rehearsals {

	private Rehearsals() {
	}

	/** Signs the visitor in as author and leaves the page of the running test open. */
	static Page run(Visitor visitor, String name, String endpoint, String variant, String model, String candidate,
			String type, String count) {
		Page page = visitor.signIn("author").page();
		page.navigate("/experiments/new");
		fill(page, name, endpoint, variant, model, candidate, type, count);
		visitor.press("Save and review");
		visitor.press("Create shadow test on " + endpoint);
		page.waitForURL((url) -> !url.endsWith("/review"));
		visitor.await("main", "SageMaker says Running");
		return page;
	}

	static void fill(Page page, String name, String endpoint, String variant, String model, String candidate,
			String type, String count) {
		page.locator("[name='name']").fill(name);
		page.locator("[name='role']").selectOption(new SelectOption().setIndex(1));
		page.locator("[name='endpoint']").fill(endpoint);
		variant(page, 0, variant, model, type, count);
		variant(page, 1, "shadow", candidate, type, count);
		page.locator("[name='sampling']").fill("50");
	}

	private static void variant(Page page, int index, String name, String model, String type, String count) {
		String row = "[name='variants[" + index + "].";
		page.locator(row + "name']").fill(name);
		page.locator(row + "model']").fill(model);
		page.locator(row + "instanceType']").fill(type);
		page.locator(row + "instanceCount']").fill(count);
	}

}
