package dev.understudy.browser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

import dev.understudy.experiment.ExperimentQuery;
import dev.understudy.experiment.ExperimentSummary;
import dev.understudy.experiment.Experiments;
import dev.understudy.template.Template;
import dev.understudy.template.Templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Every page, looked at by day, by night, on a phone and enlarged: nothing a person
 * stumbles over, nothing the browser complains about, nothing wider than the window,
 * nothing that moves on its own, nothing heavy. Screenshots are in target/screenshots.
 */
class EveryPageTests extends ConsoleTests {

	private static final ClassPathResource PATHS = new ClassPathResource("pages.txt");

	private static final Pattern SAMPLE = Pattern.compile("\\{([^}]+)}");

	private static final String TEMPLATE = "template";

	private static final int FIRST_VIEW = 150 * 1024;

	private static final int LATER_VIEW = 12 * 1024;

	private static final int STATEMENTS = 5;

	/**
	 * Half of what counts as noticeable: on a slow machine times are worded a little
	 * late.
	 */
	private static final double SHIFT = 0.05;

	@Autowired
	private Experiments experiments;

	@Autowired
	private Costs costs;

	@Autowired
	private Templates templates;

	@BeforeEach
	void samplesHaveArrived() {
		await().until(() -> sample("vision-6-shadow").status() != null && sample("fraud-v7-typo").setback() != null
				&& sample("search-10-rehearsal").status() != null
				&& sample("churn-4-bigger-instance").endedAt() != null);
	}

	@Test
	void everyPageIsFitToBeSeen() throws IOException {
		try (Visitor visitor = visitor(Look.LIGHT)) {
			SoftAssertions all = new SoftAssertions();
			see(visitor, "/sign-in", all);
			visitor.signIn("admin");
			for (String path : paths()) {
				see(visitor, path, all);
			}
			all.assertAll();
			visitor.assertNoComplaints();
		}
	}

	@Test
	void everyPageFitsAPhoneInGermanToo() throws IOException {
		try (Visitor visitor = new Visitor(Look.PHONE.options(address()).setLocale("de-DE"))) {
			SoftAssertions all = new SoftAssertions();
			seeInGerman(visitor, "/sign-in", all);
			visitor.signInGerman("admin");
			for (String path : paths()) {
				seeInGerman(visitor, path, all);
			}
			all.assertAll();
			visitor.assertNoComplaints();
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

	/** A line each; what stands in braces is the name of a sample, and becomes its id. */
	private List<String> paths() throws IOException {
		return PATHS.getContentAsString(StandardCharsets.UTF_8)
			.lines()
			.map((line) -> SAMPLE.matcher(line).replaceAll((name) -> id(name.group(1))))
			.toList();
	}

	private String id(String name) {
		if (name.equals(TEMPLATE)) {
			return String.valueOf(this.templates.list(false, 1, null).items().getFirst().id());
		}
		String[] words = name.split("/", 2);
		ExperimentSummary sample = sample(words[0]);
		return String.valueOf((words.length == 1) ? sample.id() : sample.operationId());
	}

	private void see(Visitor visitor, String path, SoftAssertions all) {
		Response response = visitor.open(path);
		all.assertThat(response.request().sizes().responseBodySize).as("bytes of %s", path).isLessThan(LATER_VIEW);
		all.assertThat(this.costs.of(path)).as("SQL statements of %s", path).isLessThanOrEqualTo(STATEMENTS);
		all.assertThat(visitor.shift())
			.as("layout shift of %s by %s", path, visitor.shifted())
			.isLessThanOrEqualTo(SHIFT);
		all.assertThat(visitor.page().locator("h1").count()).as("first headings of %s", path).isEqualTo(1);
		all.assertThat(visitor.barriers()).as("barriers on %s", path).isEmpty();
		for (Look look : Look.values()) {
			visitor.look(look);
			if (look.isKept()) {
				visitor.screenshot(name(path) + "-" + look.name().toLowerCase(Locale.ROOT));
			}
			all.assertThat(visitor.overflow()).as("overflow of %s, %s", path, look).isZero();
			if (look == Look.PHONE_DARK) {
				all.assertThat(visitor.barriers()).as("barriers on %s on a phone by night", path).isEmpty();
			}
		}
		all.assertThat(visitor.motion()).as("motion on %s", path).isEmpty();
		visitor.look(Look.LIGHT);
	}

	private void seeInGerman(Visitor visitor, String path, SoftAssertions all) {
		visitor.open(path);
		visitor.screenshot(name(path) + "-german");
		all.assertThat(visitor.page().locator("html").getAttribute("lang")).as("language of %s", path).isEqualTo("de");
		all.assertThat(visitor.page().content()).as("%s in German", path).doesNotContain("??");
		all.assertThat(visitor.overflow()).as("overflow of %s in German", path).isZero();
	}

	private String name(String path) {
		String named = path;
		for (ExperimentSummary experiment : this.experiments.list(ExperimentQuery.ALL).items()) {
			named = named.replace(experiment.id().toString(), String.valueOf(experiment.name()))
				.replace(String.valueOf(experiment.operationId()), "operation");
		}
		for (Template template : this.templates.list(false, 1, null).items()) {
			named = named.replace(template.id().toString(), template.name().toLowerCase(Locale.ROOT));
		}
		String words = named.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
		return words.isEmpty() ? "dashboard" : words;
	}

	private ExperimentSummary sample(String name) {
		return this.experiments.list(ExperimentQuery.ALL)
			.items()
			.stream()
			.filter((experiment) -> name.equals(experiment.name()))
			.findFirst()
			.orElseThrow();
	}

}
