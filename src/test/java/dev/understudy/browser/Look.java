package dev.understudy.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;

/** How somebody looks at a page. */
enum Look {

	LIGHT(1440, 900, ColorScheme.LIGHT), DARK(1440, 900, ColorScheme.DARK), PHONE(390, 844, ColorScheme.LIGHT);

	private final int width;

	private final int height;

	private final ColorScheme scheme;

	Look(int width, int height, ColorScheme scheme) {
		this.width = width;
		this.height = height;
		this.scheme = scheme;
	}

	NewContextOptions options(String address) {
		return new NewContextOptions().setBaseURL(address)
			.setViewportSize(this.width, this.height)
			.setColorScheme(this.scheme)
			.setTimezoneId("Europe/Berlin")
			.setLocale("en-GB");
	}

}
