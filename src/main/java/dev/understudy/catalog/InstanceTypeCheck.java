package dev.understudy.catalog;

import java.util.stream.Stream;

import dev.understudy.definition.InstanceTypes;
import dev.understudy.shell.Words;

/**
 * The instance types are known, and the region has them. SageMaker cannot be asked what a
 * region has: what runs there proves it, and so does a price for it there. That something
 * else has a price proves nothing.
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
		RegionalTypes.Source source = scene.offered().get(type);
		if (source != null) {
			return CheckResult.pass(ID, pointer,
					Words.of("preflight.instance-type.region.pass.price", type, region, source.name(), source.date()));
		}
		if (!InstanceTypes.known().contains(type)) {
			return CheckResult.warn(ID, pointer, null, type, region);
		}
		return CheckResult.unknown(ID, pointer, scene.offered().isEmpty()
				? Words.of("preflight.instance-type.region.unknown", type, region)
				: Words.of("preflight.instance-type.region.unknown.priced", type, region, scene.offered().size()));
	}

}
