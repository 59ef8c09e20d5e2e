package dev.understudy.browser;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

import dev.understudy.experiment.ExperimentQuery;
import dev.understudy.experiment.ExperimentSummary;
import dev.understudy.experiment.Experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Every page, looked at by day, by night and on a phone: nothing a person stumbles over,
 * nothing the browser complains about, nothing wider than the window. Screenshots are in
 * target/screenshots.
 */
class EveryPageTests extends ConsoleTests {

	private static final int FIRST_VIEW = 150 * 1024;

	@Autowired
	private Experiments experiments;

	@BeforeEach
	void samplesHaveArrived() {
		await().until(() -> sample("vision-6-shadow").status() != null && sample("fraud-v7-typo").setback() != null
				&& sample("search-10-rehearsal").status() != null
				&& sample("churn-4-bigger-instance").endedAt() != null);
	}

	@ParameterizedTest
	@EnumSource
	void everyPageIsFitToBeSeen(Look look) {
		try (Visitor visitor = visitor(look)) {
			see(visitor, look, "/sign-in");
			visitor.signIn("admin");
			for (String path : paths()) {
				see(visitor, look, path);
			}
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

	private List<String> paths() {
		String running = "/experiments/" + sample("vision-6-shadow").id();
		String returned = "/experiments/" + sample("fraud-v7-typo").id();
		String ready = "/experiments/" + sample("ranking-2026-11-shadow").id();
		String wrong = "/experiments/" + sample("speech 2").id();
		String scheduled = "/experiments/" + sample("search-10-rehearsal").id();
		String completed = "/experiments/" + sample("churn-4-bigger-instance").id();
		return Stream
			.of("/", "/experiments", "/experiments?q=nothing-like-it", "/experiments/new", "/experiments/found",
					"/experiments/found?owner=orphan", running, running + "/operations",
					running + "/operations/" + sample("vision-6-shadow").operationId(), running + "/history",
					running + "/comments", running + "/labels", "/search", "/search?q=fraud",
					"/search?q=nothing-like-it", "/experiments/filters?phase=live",
					"/experiments/bulk?work=stop-discard&id=%s&id=%s".formatted(sample("vision-6-shadow").id(),
							sample("search-10-rehearsal").id()),
					running + "/stop", running + "/update", running + "/tags", running + "/delete", scheduled,
					scheduled + "/start", scheduled + "/update", scheduled + "/delete", completed,
					completed + "/promotion", completed + "/delete", returned, ready + "/draft", ready + "/review",
					wrong + "/draft", wrong + "/review", "/audit", "/settings/users", "/settings/tokens",
					"/settings/installation", "/help", "/help/api")
			.toList();
	}

	private void see(Visitor visitor, Look look, String path) {
		visitor.page().navigate(path);
		visitor.page().waitForLoadState(LoadState.NETWORKIDLE);
		visitor.screenshot(name(path) + "-" + look.name().toLowerCase(Locale.ROOT));
		assertThat(visitor.page().locator("h1").count()).as("first headings of %s", path).isEqualTo(1);
		assertThat(visitor.barriers()).as("barriers on %s", path).isEmpty();
		assertThat(visitor.overflow()).as("overflow of %s", path).isZero();
	}

	private String name(String path) {
		String named = path;
		for (ExperimentSummary experiment : this.experiments.list(ExperimentQuery.ALL).items()) {
			named = named.replace(experiment.id().toString(), experiment.name())
				.replace(String.valueOf(experiment.operationId()), "operation");
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
