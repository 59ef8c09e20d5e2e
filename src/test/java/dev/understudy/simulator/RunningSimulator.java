package dev.understudy.simulator;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The simulator as it runs alone, but in the process of the test.
 */
public final class RunningSimulator implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private final int port;

	public RunningSimulator(Path dataDirectory, String... properties) {
		this.context = new SpringApplicationBuilder(Simulator.class)
			.properties("spring.config.name=simulator", "server.port=0", "understudy.simulator.control=true",
					"understudy.simulator.provisioning=1h")
			.properties(properties)
			.run("--server.port=0", "--understudy.simulator.data-dir=" + dataDirectory);
		this.port = ((ServletWebServerApplicationContext) this.context).getWebServer().getPort();
	}

	public URI endpoint() {
		return URI.create("http://localhost:%d/simulator/aws".formatted(this.port));
	}

	SimulatorControl control() {
		return new SimulatorControl(this.port);
	}

	/** The Java SDK as its users have it, but for the one attempt. */
	public SageMakerClient client() {
		return SageMakerClient.builder()
			.endpointOverride(endpoint())
			.region(Region.US_EAST_1)
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
			.httpClient(UrlConnectionHttpClient.create())
			.overrideConfiguration(ClientOverrideConfiguration.builder()
				.retryStrategy(DefaultRetryStrategy.doNotRetry())
				.apiCallTimeout(Duration.ofSeconds(20))
				.build())
			.build();
	}

	@Override
	public void close() {
		this.context.close();
	}

}
