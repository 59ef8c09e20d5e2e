package dev.understudy.catalog;

import java.util.List;
import java.util.stream.Stream;

import dev.understudy.experiment.EndpointUses.Use;

/**
 * No other experiment has the endpoint when this one starts: one at a time may run there.
 * One that SageMaker has not confirmed yet may still come to nothing.
 */
final class EndpointInUseCheck implements PreflightCheck {

	private static final String ID = "endpoint.in-use";

	@Override
	public Stream<CheckResult> check(Scene scene) {
		String name = scene.endpointName();
		List<Use> active = scene.active();
		if (name.isEmpty()) {
			return Stream.empty();
		}
		if (active.isEmpty()) {
			return Stream.of(CheckResult.pass(ID, Scene.ENDPOINT, null, name));
		}
		Use use = active.getFirst();
		return Stream.of((scene.startsSoon() && use.status() != null)
				? CheckResult.block(ID, Scene.ENDPOINT, null, name, use.name())
				: CheckResult.warn(ID, Scene.ENDPOINT, null, name, use.name()));
	}

}
