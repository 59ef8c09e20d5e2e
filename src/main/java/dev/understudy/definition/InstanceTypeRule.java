package dev.understudy.definition;

import java.util.Set;
import java.util.stream.Stream;

/**
 * Instance types are ones that shadow tests run on, as far as known. A type we have not
 * heard of may be new, so it is only a warning.
 */
final class InstanceTypeRule implements DefinitionRule {

	private static final String UNSUPPORTED = "instance-type.unsupported";

	private static final String UNKNOWN = "instance-type.unknown";

	@Override
	public Set<String> ids() {
		return Set.of(UNSUPPORTED, UNKNOWN);
	}

	@Override
	public Stream<Finding> judge(Draft draft, RuleContext context) {
		return Stream.of("/ModelVariants/0", "/ModelVariants/1")
			.map(Variants::instanceTypeOf)
			.flatMap((pointer) -> draft.text(pointer)
				.filter(DefinitionShape.INSTANCE_TYPE::accepts)
				.stream()
				.flatMap((type) -> judge(type, pointer)));
	}

	private static Stream<Finding> judge(String type, String pointer) {
		if (type.startsWith("ml.inf1.")) {
			return Stream.of(Wording.error(UNSUPPORTED, pointer).with("given", Given.of(type)).build());
		}
		if (InstanceTypes.known().contains(type)) {
			return Stream.empty();
		}
		return Stream.of(Wording.warning(UNKNOWN, pointer)
			.with("given", Given.of(type))
			.with("count", InstanceTypes.known().size())
			.build());
	}

}
