package dev.understudy.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;

/** How somebody looks at a page. */
enum Look {

	LIGHT(1440, 900, ColorScheme.LIGHT), DARK(1440, 900, ColorScheme.DARK), PHONE(390, 844, ColorScheme.LIGHT),

	PHONE_DARK(390, 844, ColorScheme.DARK),

	/** A window of 1440 pixels at 200 %: as many pixels, half as many to lay out. */
	ZOOMED(720, 450, ColorScheme.LIGHT);

	private final int width;

	private final int height;

	private final ColorScheme scheme;

	Look(int width, int height, ColorScheme scheme) {
		this.width = width;
		this.height = height;
		this.scheme = scheme;
	}

	/** Whether a screenshot shows what the others do not. */
	boolean isKept() {
		return this != PHONE_DARK && this != ZOOMED;
	}

	int width() {
		return this.width;
	}

	int height() {
		return this.height;
	}

	ColorScheme scheme() {
		return this.scheme;
	}

	NewContextOptions options(String address) {
		return new NewContextOptions().setBaseURL(address)
			.setViewportSize(this.width, this.height)
			.setColorScheme(this.scheme)
			.setTimezoneId("Europe/Berlin")
			.setLocale("en-GB");
	}

}
