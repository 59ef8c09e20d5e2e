package dev.understudy.sagemaker.aws;

import java.net.URI;
import java.util.Optional;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

import dev.understudy.sagemaker.SageMakerProperties;
import dev.understudy.sagemaker.SageMakerProperties.Mode;
import dev.understudy.sagemaker.SageMakerRefusal;
import dev.understudy.sagemaker.SageMakerRefusal.Kind;
import dev.understudy.target.Target;

/**
 * How to reach SageMaker and as whom.
 */
@Component
class Access {

	private final SageMakerProperties properties;

	private final Environment environment;

	private final AwsCredentialsProvider credentials;

	Access(SageMakerProperties properties, Environment environment) {
		this.properties = properties;
		this.environment = environment;
		this.credentials = isSimulated()
				? StaticCredentialsProvider.create(AwsBasicCredentials.create("simulator", "simulator"))
				: DefaultCredentialsProvider.builder().build();
	}

	boolean isSimulated() {
		return this.properties.mode() == Mode.SIMULATOR;
	}

	AwsCredentialsProvider credentials() {
		return this.credentials;
	}

	/**
	 * Where a target answers; empty for AWS's own address.
	 */
	Optional<URI> endpoint(Target target) {
		if (target.endpointOverride() != null) {
			return Optional.of(target.endpointOverride());
		}
		return isSimulated() ? Optional.of(simulator()) : Optional.empty();
	}

	/**
	 * Where another service than SageMaker answers; empty for AWS's own address.
	 */
	Optional<URI> standIn(Target target) {
		return isSimulated() ? endpoint(target) : Optional.empty();
	}

	// The port is not known before the web server runs.
	private URI simulator() {
		if (this.properties.endpoint() != null) {
			return this.properties.endpoint();
		}
		String port = this.environment.getProperty("local.server.port");
		if (port == null) {
			throw new SageMakerRefusal(Kind.UNAVAILABLE, "simulator-not-up",
					"The simulator inside this process does not answer yet", null, null);
		}
		return URI.create("http://localhost:%s/simulator/aws".formatted(port));
	}

}
