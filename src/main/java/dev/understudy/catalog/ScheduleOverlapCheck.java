package dev.understudy.catalog;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.understudy.experiment.EndpointUses.Use;
import dev.understudy.shell.Words;

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
		List<Use> meanwhile = scene.uses().stream().filter((use) -> isMeanwhile(use, scene)).toList();
		return Stream.of(meanwhile.stream()
			.filter(ScheduleOverlapCheck::isScheduled)
			.findFirst()
			.map((use) -> CheckResult.warn(ID, POINTER, null, use.name(), time(use.start()), time(use.end())))
			.or(() -> meanwhile.stream()
				.findFirst()
				.map((use) -> CheckResult.unknown(ID, POINTER,
						Words.of("preflight.schedule.overlap.unknown", use.name()))))
			.orElseGet(() -> CheckResult.pass(ID, POINTER, null, scene.endpointName())));
	}

	/** That one which runs now is in the way of what starts now, another check says. */
	private static boolean isMeanwhile(Use use, Scene scene) {
		return use.isWithin(scene.start(), scene.end()) && !(scene.startsSoon() && use.isActive(scene.now()));
	}

	private static boolean isScheduled(Use use) {
		return use.start() != null || use.end() != null;
	}

	private static Object time(@Nullable Instant time) {
		return (time != null) ? time.toString() : Words.of("preflight.time.unknown");
	}

}
