package dev.understudy.browser;

import java.net.URI;
import java.util.Locale;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;

import dev.understudy.experiment.ExperimentQuery;
import dev.understudy.experiment.ExperimentSummary;
import dev.understudy.experiment.Experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Somebody changes a scheduled experiment in AWS's own console. */
class DriftJourneyTests extends ConsoleTests {

	@Autowired
	private Experiments experiments;

	@Test
	void whatIsChangedInAwsIsShownOnAnOpenPageAndTakenNoteOf() {
		await().until(() -> scheduled() != null);
		ExperimentSummary experiment = scheduled();
		try (Visitor author = visitor(Look.LIGHT).signIn("author")) {
			String path = "/experiments/" + experiment.id();
			author.page().navigate(path);
			Locator start = author.page().locator("#action-start");
			start.focus();
			changeInAws(experiment.name());
			await().until(() -> author.page().locator("#drift table").count() == 1);
			PlaywrightAssertions.assertThat(start).isFocused();
			assertThat(author.page().locator("#drift tbody tr").innerText()).contains("Description",
					"Somebody else's words");
			assertThat(author.page().locator("#standing").innerText()).contains("Changed outside");
			look(author, "experiment");
			author.page().navigate("/");
			assertThat(author.page().locator("main").innerText()).contains("Somebody changed it in SageMaker");
			look(author, "dashboard");
			author.page().navigate(path);
			author.press("Take note");
			assertThat(author.page().locator("main").innerText()).contains("You took note", "Somebody else's words");
			assertThat(author.page().locator("#drift table").count()).isZero();
			author.assertNoComplaints();
		}
	}

	/** In every light, on every screen. */
	private static void look(Visitor author, String name) {
		assertThat(author.barriers()).isEmpty();
		for (Look look : Look.values()) {
			author.look(look);
			author.screenshot("%s-drift-%s".formatted(name, look.name().toLowerCase(Locale.ROOT)));
			assertThat(author.barriersOfTheLook()).isEmpty();
			assertThat(author.overflow()).isZero();
		}
		author.look(Look.LIGHT);
	}

	private void changeInAws(String name) {
		try (SageMakerClient aws = SageMakerClient.builder()
			.endpointOverride(URI.create(address() + "/simulator/aws"))
			.region(Region.US_EAST_1)
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
			.build()) {
			aws.updateInferenceExperiment((update) -> update.name(name).description("Somebody else's words"));
		}
	}

	private ExperimentSummary scheduled() {
		return this.experiments.list(ExperimentQuery.ALL)
			.items()
			.stream()
			.filter((experiment) -> "Created".equals(experiment.status()))
			.findFirst()
			.orElse(null);
	}

}
