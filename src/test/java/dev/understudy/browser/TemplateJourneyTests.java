package dev.understudy.browser;

import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.JsonNodeFactory;
import java.time.temporal.ChronoUnit;
import java.time.Instant;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.IntNode;

import dev.understudy.actor.Actor;
import dev.understudy.actor.Role;
import dev.understudy.definition.Draft;
import dev.understudy.experiment.ExperimentQuery;
import dev.understudy.experiment.ExperimentSummary;
import dev.understudy.experiment.ExperimentView;
import dev.understudy.experiment.Experiments;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** From an experiment to a template, and from the template to the next experiment. */
class TemplateJourneyTests extends ConsoleTests {

	private static final String SAMPLING = "/ShadowModeConfig/ShadowModelVariants/0/SamplingPercentage";

	private static final Actor PROGRAM = new Actor(Actor.Kind.TOKEN, "author/ci", Role.AUTHOR.permissions(), "test",
			null);

	@Autowired
	private Experiments experiments;

	@Test
	void whatAnAdminLocksAnAuthorsDraftKeepsTo() {
		await().until(() -> sample("ranking-2026-11-shadow") != null);
		try (Visitor admin = visitor(Look.LIGHT).signIn("admin");
				Visitor author = visitor(Look.LIGHT).signIn("author")) {
			make(admin);
			Page page = author.page();
			page.navigate("/experiments/new");
			page.getByText("Begin with a template").press("Enter");
			page.locator("main a:has-text('Ranking tests')").press("Enter");
			page.locator("[name='name']").fill("ranking-again");
			author.press("Begin a draft");
			assertThat(page.locator("#sampling-locked")).containsText("Set by template Ranking tests");
			assertThat(page.locator("#sampling")).hasAttribute("readonly", "readonly");
			assertThat(page.locator("#description")).not().hasAttribute("readonly", "readonly");
			see(author, "template-draft");
			UUID id = UUID.fromString(page.url().replaceAll(".*/experiments/([0-9a-f-]{36}).*", "$1"));
			change(id);
			page.navigate("/experiments/" + id + "/draft");
			assertThat(page.locator("#sampling")).not().hasAttribute("readonly", "readonly");
			assertThat(page.locator("#sampling-error"))
				.containsText("The template \"Ranking tests\" asks for 40 here.");
			see(author, "template-draft-differs");
			page.navigate("/experiments/" + id + "/review");
			Locator submit = page.locator(".x-submit");
			assertThat(submit).isDisabled();
			see(author, "template-review");
			author.press("Take over the template's values");
			assertThat(page.locator("main")).containsText("The draft now says what its template asks for");
			assertThat(submit).isEnabled();
			submit.press("Enter");
			page.waitForURL("**/experiments/" + id);
			assertThat(page.locator("main")).containsText("A template, version 1");
			admin.assertNoComplaints();
			author.assertNoComplaints();
		}
	}

	private void make(Visitor admin) {
		Page page = admin.page();
		page.navigate("/experiments/" + sample("ranking-2026-11-shadow").id());
		page.locator("main a:has-text('Keep as template')").press("Enter");
		page.locator("[name='name']").fill("Ranking tests");
		page.locator("[name='locked'][value='%s']".formatted(SAMPLING)).press("Space");
		page.locator("[name='locked'][value='/KmsKey']").press("Space");
		see(admin, "template-edit");
		admin.press("Make template");
		assertThat(page.locator("h1")).hasText("Ranking tests");
		assertThat(page.locator("tr.t-locked")).hasCount(2);
		see(admin, "template-show");
		page.navigate("/templates");
		see(admin, "templates");
	}

	/**
	 * A program is not kept from saving what is locked, and cannot submit it. The test is
	 * to run long after anything else here, so that it is in nobody's way on its
	 * endpoint.
	 */
	private void change(UUID id) {
		ExperimentView now = this.experiments.get(id);
		Instant start = now.experiment().getUpdatedAt().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(30));
		ObjectNode schedule = JsonNodeFactory.instance.objectNode()
			.put("StartTime", start.toString())
			.put("EndTime", start.plus(Duration.ofDays(1)).toString());
		Draft other = now.revision().draft().with(SAMPLING, IntNode.valueOf(90)).with("/Schedule", schedule);
		ExperimentView changed = this.experiments.revise(id, now.revision().number(), other, PROGRAM);
		assertThat(changed.isSubmittable()).isFalse();
	}

	private static void see(Visitor visitor, String name) {
		for (Look look : List.of(Look.LIGHT, Look.DARK, Look.PHONE)) {
			visitor.look(look);
			visitor.screenshot("%s-%s".formatted(name, look.name().toLowerCase(Locale.ROOT)));
			assertThat(visitor.overflow()).as("overflow of %s, %s", name, look).isZero();
		}
		visitor.look(Look.LIGHT);
		assertThat(visitor.barriers()).as("barriers on %s", name).isEmpty();
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
