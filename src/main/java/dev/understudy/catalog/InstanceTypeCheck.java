package dev.understudy.catalog;

import java.util.stream.Stream;

import dev.understudy.definition.InstanceTypes;

/**
 * The instance types are known, and the region has them. SageMaker cannot be asked what a
 * region has, so that only what runs there proves it.
 */
final class InstanceTypeCheck implements PreflightCheck {

	private static final String ID = "instance-type.region";

	private static final String MEMBER = "/InfrastructureConfig/RealTimeInferenceConfig/InstanceType";

	@Override
	public Stream<CheckResult> check(Scene scene) {
		return Stream.of("/ModelVariants/0", "/ModelVariants/1")
			.map((variant) -> variant + MEMBER)
			.flatMap((pointer) -> scene.draft().text(pointer).stream().map((type) -> result(scene, type, pointer)));
	}

	private static CheckResult result(Scene scene, String type, String pointer) {
		String region = scene.target().region();
		String endpoint = scene.running().get(type);
		if (endpoint != null) {
			return CheckResult.pass(ID, pointer, null, type, region, endpoint);
		}
		return InstanceTypes.known().contains(type)
				? CheckResult.unknown(ID, pointer, Words.of("preflight.instance-type.region.unknown", type, region))
				: CheckResult.warn(ID, pointer, null, type, region);
	}

}
