package dev.understudy.browser;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.RequestOptions;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every page, looked at by day, by night, on a phone and enlarged: nothing a person
 * stumbles over, nothing the browser complains about, nothing wider than the window,
 * nothing that moves on its own, nothing heavy. Screenshots are in target/screenshots.
 */
class EveryPageTests extends ConsoleTests {

	private static final String PAGES = "pages.txt";

	/** What is asked for as a page is, and is none: a part of one, a file, a redirect. */
	private static final String PARTS = "parts.txt";

	private static final String SIGN_IN = "/sign-in";

	/** A form that was sent in vain, after signing in. */
	private static final String CONTINUE = "/sign-in/continue";

	private static final Pattern SIGNED_IN = Pattern.compile("understudy-(session|remember)");

	private static final int FIRST_VIEW = 150 * 1024;

	private static final int LATER_VIEW = 12 * 1024;

	private static final int STATEMENTS = 5;

	private static final double SHIFT = 0.01;

	@Autowired
	private Samples samples;

	@Autowired
	private Costs costs;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mapping;

	@BeforeEach
	void samplesHaveArrived() {
		this.samples.haveArrived();
		this.costs.begin();
	}

	@Test
	void noPageIsForgotten() {
		List<PathPattern> asked = this.mapping.getHandlerMethods()
			.keySet()
			.stream()
			.filter((info) -> info.getMethodsCondition().getMethods().contains(RequestMethod.GET))
			.flatMap((info) -> info.getPathPatternsCondition().getPatterns().stream())
			.filter((pattern) -> !pattern.getPatternString().startsWith("/api/"))
			.toList();
		Set<PathPattern> listed = new HashSet<>();
		Stream.of(this.samples.addresses(PAGES), this.samples.addresses(PARTS), List.of(SIGN_IN, CONTINUE))
			.flatMap(List::stream)
			.map((address) -> PathContainer.parsePath(address.replaceFirst("\\?.*", "")))
			.forEach((path) -> listed.add(asked.stream()
				.filter((pattern) -> pattern.matches(path))
				.min(Comparator.naturalOrder())
				.orElseThrow(() -> new AssertionError("Nothing answers " + path))));
		assertThat(listed).containsExactlyInAnyOrderElementsOf(new HashSet<>(asked));
	}

	@Test
	void everyPageIsFitToBeSeen() {
		try (Visitor visitor = visitor(Look.LIGHT)) {
			SoftAssertions all = new SoftAssertions();
			see(visitor, SIGN_IN, all);
			visitor.signIn("admin");
			this.samples.addresses(PAGES).forEach((address) -> see(visitor, address, all));
			sendInVain(visitor);
			see(visitor, CONTINUE, all);
			all.assertThat(this.costs.above(STATEMENTS)).as("SQL statements of pages and their parts").isEmpty();
			all.assertAll();
			visitor.assertNoComplaints();
		}
	}

	@Test
	void everyPageFitsAPhoneInGermanToo() {
		try (Visitor visitor = new Visitor(Look.PHONE.options(address()).setLocale("de-DE"))) {
			SoftAssertions all = new SoftAssertions();
			seeInGerman(visitor, SIGN_IN, all);
			visitor.signInGerman("admin");
			this.samples.addresses(PAGES).forEach((address) -> seeInGerman(visitor, address, all));
			all.assertAll();
			visitor.assertNoComplaints();
		}
	}

	@Test
	void whatIsNoPageIsNone() {
		try (Visitor visitor = visitor(Look.LIGHT).signIn("admin")) {
			SoftAssertions all = new SoftAssertions();
			for (String address : this.samples.addresses(PARTS)) {
				APIResponse answer = visitor.page().request().get(address, RequestOptions.create().setMaxRedirects(0));
				all.assertThat(answer.status()).as("status of %s", address).isLessThan(400);
				all.assertThat(answer.text()).as(address).doesNotContain("<html");
			}
			all.assertThat(this.costs.above(STATEMENTS)).as("SQL statements of parts").isEmpty();
			all.assertAll();
		}
	}

	@Test
	void theNightIsDarkWithoutJavaScriptUnlessTheDayIsChosen() {
		try (Visitor visitor = new Visitor(Look.DARK.options(address()).setJavaScriptEnabled(false))) {
			Locator body = visitor.page().locator("body");
			visitor.page().navigate("/sign-in");
			PlaywrightAssertions.assertThat(body).hasCSS("background-color", "rgb(17, 24, 39)");
			visitor.page().navigate("/sign-in?theme=light");
			PlaywrightAssertions.assertThat(body).not().hasCSS("background-color", "rgb(17, 24, 39)");
		}
	}

	@Test
	void theFirstViewIsLight() {
		try (Visitor visitor = visitor(Look.LIGHT)) {
			Page page = visitor.page();
			long[] bytes = new long[1];
			page.onRequestFinished(
					(request) -> bytes[0] += request.sizes().responseBodySize + request.sizes().responseHeadersSize);
			visitor.signIn("author");
			page.waitForLoadState(LoadState.NETWORKIDLE);
			assertThat(bytes[0]).as("bytes for signing in and the dashboard").isPositive().isLessThan(FIRST_VIEW);
		}
	}

	private void see(Visitor visitor, String address, SoftAssertions all) {
		Response response = visitor.open(address);
		all.assertThat(response.request().sizes().responseBodySize).as("bytes of %s", address).isLessThan(LATER_VIEW);
		all.assertThat(response.status()).as("status of %s", address).isEqualTo(200);
		all.assertThat(response.url()).as("what is seen of %s", address).endsWith(address);
		all.assertThat(visitor.shift())
			.as("layout shift of %s by %s", address, visitor.shifted())
			.isLessThanOrEqualTo(SHIFT);
		all.assertThat(visitor.page().locator("h1").count()).as("first headings of %s", address).isEqualTo(1);
		String words = this.samples.words(address);
		for (Look look : Look.values()) {
			visitor.look(look);
			if (look.isKept()) {
				visitor.screenshot(words + "-" + look.name().toLowerCase(Locale.ROOT));
			}
			all.assertThat(visitor.overflow()).as("overflow of %s, %s", address, look).isZero();
			all.assertThat(barriers(visitor, look)).as("barriers on %s, %s", address, look).isEmpty();
		}
		all.assertThat(visitor.motion()).as("motion on %s", address).isEmpty();
		visitor.look(Look.LIGHT);
	}

	/**
	 * What stands on the page is the same in every look, so that most rules are asked
	 * once.
	 */
	private static List<String> barriers(Visitor visitor, Look look) {
		return switch (look) {
			case LIGHT -> visitor.barriers();
			case DARK, PHONE, PHONE_DARK -> visitor.barriersOfTheLook();
			case ZOOMED -> List.of();
		};
	}

	private void seeInGerman(Visitor visitor, String address, SoftAssertions all) {
		visitor.open(address);
		visitor.screenshot(this.samples.words(address) + "-german");
		all.assertThat(visitor.page().locator("html").getAttribute("lang"))
			.as("language of %s", address)
			.isEqualTo("de");
		all.assertThat(visitor.page().content()).as("%s in German", address).doesNotContain("??");
		all.assertThat(visitor.overflow()).as("overflow of %s in German", address).isZero();
	}

	/** Leads to the page that says so. */
	private static void sendInVain(Visitor visitor) {
		Page page = visitor.page();
		visitor.open("/settings/tokens");
		page.locator("[name='name']").fill("in-vain");
		page.context().clearCookies(new ClearCookiesOptions().setName(SIGNED_IN));
		visitor.press("Make token");
		page.getByLabel("User name").fill("admin");
		page.getByLabel("Password").fill("admin");
		visitor.press("Sign in");
		page.waitForURL("**" + CONTINUE);
	}

}
