package dev.understudy.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every check there is.
 */
final class PreflightChecks {

	private static final List<PreflightCheck> ALL = Stream
		.of(Stream.of(new EndpointExistsCheck(), new EndpointInServiceCheck()), EndpointKindCheck.all(),
				Stream.of(new EndpointShadowedCheck(), new EndpointInUseCheck(), new ScheduleOverlapCheck(),
						new ModelExistsCheck(), new ModelFitsCheck(), new RoleListedCheck(), new RoleAccountCheck(),
						new NameFreeCheck(), new InstanceTypeCheck(), new ProductionDiffersCheck(),
						new CaptureBucketCheck(), new CaptureReachableCheck(), new AutoscalingCheck()))
		.flatMap((checks) -> checks)
		.toList();

	private PreflightChecks() {
	}

	/** What all of them come to, what matters most first. */
	static List<CheckResult> run(Scene scene) {
		return ALL.stream()
			.flatMap((check) -> check.check(scene))
			.sorted(Comparator.comparing(CheckResult::outcome))
			.toList();
	}

}
