package dev.understudy.catalog;

import java.time.Instant;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * No other experiment is scheduled on the endpoint within the same time. What SageMaker
 * does when the later one is to start, nobody has told.
 */
final class ScheduleOverlapCheck implements PreflightCheck {

	private static final String ID = "schedule.overlap";

	private static final String POINTER = "/Schedule";

	@Override
	public Stream<CheckResult> check(Scene scene) {
		if (scene.endpointName().isEmpty()) {
			return Stream.empty();
		}
		return Stream.of(scene.uses()
			.stream()
			.filter((use) -> use.isWithin(scene.start(), scene.end()) && !use.isActive(scene.now()))
			.findFirst()
			.map((use) -> CheckResult.warn(ID, POINTER, null, use.name(), time(use.start()), time(use.end())))
			.orElseGet(() -> CheckResult.pass(ID, POINTER, null, scene.endpointName())));
	}

	private static Object time(@Nullable Instant time) {
		return (time != null) ? time.toString() : Words.of("preflight.time.unknown");
	}

}
