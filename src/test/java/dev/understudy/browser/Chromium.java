package dev.understudy.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;

import dev.understudy.Requirements;

/**
 * The one browser of a test run: named by CHROMIUM_PATH, else found on the PATH.
 */
public final class Chromium {

	private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome",
			"google-chrome-stable");

	private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
			"--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

	private static Browser browser;

	private Chromium() {
	}

	/**
	 * The running browser, started when first asked for. Skips the calling test, or fails
	 * it where a browser is required, when there is none.
	 * @return the browser
	 */
	static synchronized Browser get() {
		Optional<Path> executable = find();
		Requirements.BROWSER.demand(executable.isPresent(),
				"install chromium or google-chrome, or name one in CHROMIUM_PATH");
		if (browser == null) {
			Playwright playwright = Playwright
				.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
			browser = playwright.chromium()
				.launch(new LaunchOptions().setExecutablePath(executable.orElseThrow())
					.setHeadless(true)
					.setArgs(FLAGS));
		}
		return browser;
	}

	private static Optional<Path> find() {
		Stream<Path> named = Stream.ofNullable(System.getenv("CHROMIUM_PATH")).map(Path::of);
		Stream<Path> onPath = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
			.flatMap((directory) -> NAMES.stream().map((name) -> Path.of(directory, name)));
		return Stream.concat(named, onPath).filter(Files::isExecutable).findFirst();
	}

}
