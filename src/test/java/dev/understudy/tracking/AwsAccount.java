package dev.understudy.tracking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;

import dev.understudy.definition.Definition;
import dev.understudy.definition.Draft;
import dev.understudy.definition.Drafts;
import dev.understudy.delivery.Operation;
import dev.understudy.sagemaker.ShadowTests;
import dev.understudy.simulator.SimulatorControl;
import dev.understudy.simulator.SimulatorProcess;
import dev.understudy.target.Target;
import dev.understudy.target.Targets;

/**
 * An AWS account in which somebody makes and deletes experiments behind our back: a
 * simulator of its own.
 */
public final class AwsAccount {

	private static final SimulatorProcess SIMULATOR = SimulatorProcess.start(newDirectory(),
			"--understudy.simulator.provisioning=0s");

	private final SageMakerClient client = SageMakerClient.builder()
		.endpointOverride(SIMULATOR.endpoint())
		.region(Region.US_EAST_1)
		.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
		.httpClient(UrlConnectionHttpClient.create())
		.build();

	private final ShadowTests shadowTests;

	private final Target target;

	AwsAccount(ShadowTests shadowTests, Targets targets) {
		this.shadowTests = shadowTests;
		this.target = targets.standard();
	}

	static String endpoint() {
		return SIMULATOR.endpoint().toString();
	}

	SimulatorControl control() {
		return SIMULATOR.control();
	}

	/** Makes one that starts in two hours. */
	public Definition schedule(String name) {
		return schedule(name, null);
	}

	/** The same with a tag that says whose it is. */
	Definition schedule(String name, @Nullable String ownerTag) {
		return create(scheduled(name), ownerTag);
	}

	/** Makes one that runs at once. */
	public Definition run(String name, String endpoint) {
		return create(Drafts.change(Drafts.with("/Name", name), "/EndpointName", endpoint).with("/Schedule", null),
				null);
	}

	static Draft scheduled(String name) {
		Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofHours(2));
		Draft named = Drafts.change(Drafts.with("/Name", name), "/Schedule/StartTime", start.toString());
		return Drafts.change(named, "/Schedule/EndTime", start.plus(Duration.ofDays(2)).toString());
	}

	private Definition create(Draft draft, @Nullable String ownerTag) {
		Definition definition = Drafts.definition(draft);
		List<Definition.Tag> reserved = (ownerTag != null) ? List.of(new Definition.Tag(Operation.OWNER_TAG, ownerTag),
				new Definition.Tag(Operation.HASH_TAG, definition.sha256())) : List.of();
		this.shadowTests.create(this.target, definition, reserved, (signedAt) -> Optional.empty());
		return definition;
	}

	public void delete(String name) {
		this.client.deleteInferenceExperiment((request) -> request.name(name));
	}

	/** Makes a running one end as Cancelled. */
	public void fail(String name) {
		control().fail(name, "as the test wants");
	}

	/** Lets calls be refused, as often as needed for retries to give up. */
	public void refuse(String operation, String code) {
		control().fault(operation, "error",
				Map.of("code", code, "status", 400, "message", "as the test wants", "times", 20));
	}

	/** Deletes everything, so that no test meets what another one made. */
	public void clear() {
		control().clearFaults();
		this.client.listInferenceExperimentsPaginator((request) -> request.maxResults(100))
			.inferenceExperiments()
			.stream()
			.toList()
			.forEach((it) -> {
				if ("Running".equals(it.statusAsString())) {
					fail(it.name());
				}
				delete(it.name());
			});
	}

	private static Path newDirectory() {
		try {
			return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "found-tests");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
