package dev.understudy;

import java.time.Duration;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * How long tests wait for what is to come: longer than it takes on a machine that does
 * ten other things, because a wait that succeeds costs nothing. Applies to every test by
 * itself, to waits for a state and to the browser's.
 */
public final class Patience implements BeforeAllCallback {

	/** Something within a server, or a page. */
	public static final Duration LONG = Duration.ofSeconds(60);

	/** A process of its own that starts, or does all of its work. */
	public static final Duration VERY_LONG = Duration.ofMinutes(3);

	@Override
	public void beforeAll(ExtensionContext context) {
		Awaitility.setDefaultTimeout(LONG);
		// What is asked once more after giving up would go on beside the test: a browser
		// takes words from one thread at a time.
		Awaitility.pollInSameThread();
		PlaywrightAssertions.setDefaultAssertionTimeout(LONG.toMillis());
	}

}
