package dev.understudy.target;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The targets this installation knows, in the order they were configured. In simulator
 * mode there is always one, the sandbox.
 */
@Component
public class Targets {

	private static final String SANDBOX_ACCOUNT = "111122223333";

	private final List<Target> targets;

	Targets(TargetProperties properties) {
		this.targets = properties.targets().isEmpty() && properties.sagemaker().isSimulated()
				? List.of(sandbox(properties.sagemaker().endpoint()))
				: properties.targets().stream().map(TargetProperties.Entry::toTarget).toList();
		if (this.targets.isEmpty()) {
			throw new MissingTargetException();
		}
	}

	/**
	 * Every target.
	 * @return at least one, the one used when none is named first
	 */
	public List<Target> all() {
		return this.targets;
	}

	/**
	 * The target used when none is named.
	 * @return the first one configured
	 */
	public Target standard() {
		return this.targets.getFirst();
	}

	/**
	 * Looks a target up.
	 * @param name its name
	 * @return the target, empty if there is none of that name
	 */
	public Optional<Target> find(String name) {
		return this.targets.stream().filter((target) -> target.name().equals(name)).findFirst();
	}

	/**
	 * Gets a target that must be there.
	 * @param name its name
	 * @return the target
	 * @throws UnknownTargetException if there is none of that name
	 */
	public Target get(String name) {
		return find(name).orElseThrow(() -> new UnknownTargetException(name));
	}

	private static Target sandbox(@Nullable URI endpoint) {
		String role = "arn:aws:iam::" + SANDBOX_ACCOUNT + ":role/";
		return new Target("sandbox", SANDBOX_ACCOUNT, "us-east-1", endpoint,
				List.of(role + "shadow", role + "shadow-gpu"));
	}

}
