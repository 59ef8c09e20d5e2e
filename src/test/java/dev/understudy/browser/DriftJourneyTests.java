package dev.understudy.browser;

import java.net.URI;
import java.util.Locale;

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
			changeInAws(experiment.name());
			await().until(() -> author.page().locator("#drift table").count() == 1);
			assertThat(author.page().locator("#drift tbody tr").innerText()).contains("Description",
					"Somebody else's words");
			assertThat(author.page().locator("#standing").innerText()).contains("Changed outside");
			look(path);
			author.page().navigate("/");
			assertThat(author.page().locator("main").innerText()).contains("Somebody changed it in SageMaker");
			look("/");
			author.page().navigate(path);
			author.press("Take note");
			assertThat(author.page().locator("main").innerText()).contains("You took note", "Somebody else's words");
			assertThat(author.page().locator("#drift table").count()).isZero();
			author.assertNoComplaints();
		}
	}

	/** In every light, on every screen. */
	private void look(String path) {
		for (Look look : Look.values()) {
			try (Visitor visitor = visitor(look).signIn("author")) {
				visitor.page().navigate(path);
				visitor.screenshot("%s-drift-%s".formatted(path.equals("/") ? "dashboard" : "experiment",
						look.name().toLowerCase(Locale.ROOT)));
				assertThat(visitor.barriers()).isEmpty();
				assertThat(visitor.overflow()).isZero();
			}
		}
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
