package dev.understudy.catalog;

import java.util.stream.Stream;

/**
 * The bucket is one that the policy AWS recommends for execution roles reaches. What else
 * the role may do, nobody here can tell.
 */
final class CaptureReachableCheck implements PreflightCheck {

	private static final String ID = "capture.reachable";

	private static final String POINTER = "/DataStorageConfig/Destination";

	/** The rule of the definition that knows the words of that policy. */
	private static final String RULE = "destination.not-sagemaker";

	@Override
	public Stream<CheckResult> check(Scene scene) {
		return scene.draft()
			.text(POINTER)
			.stream()
			.map((place) -> scene.findings().stream().anyMatch((finding) -> finding.rule().equals(RULE))
					? CheckResult.warn(ID, POINTER, null, place) : CheckResult.pass(ID, POINTER, null, place));
	}

}
