package dev.understudy.definition;

import java.util.List;
import java.util.stream.Stream;

/**
 * The rules that every definition is judged by.
 */
final class Rules {

	private static final List<DefinitionRule> TIMELESS = List.of(new ShapeRule(), new VariantNamesRule(),
			new NamedVariantRule("source-model-variant-name.unknown", "/ShadowModeConfig/SourceModelVariantName"),
			new NamedVariantRule("shadow-model-variant-name.unknown", Draft.SHADOW + "/ShadowModelVariantName"),
			new ShadowIsAnotherRule(), new ScheduleOrderRule(), new TagKeysRule());

	private static final List<DefinitionRule> OF_THE_MOMENT = List.of(new RoleRule(), new InstanceTypeRule(),
			new InstanceDiffersRule(), new SamplingRule(), new ScheduleLengthRule(), new StartPastRule(),
			new EndPastRule(), new NoEndRule(), new DestinationRule());

	private static final List<DefinitionRule> STANDARD = List
		.copyOf(Stream.concat(TIMELESS.stream(), OF_THE_MOMENT.stream()).toList());

	private Rules() {
	}

	/**
	 * The rules of this module, for {@link DefinitionCheck}.
	 */
	static List<DefinitionRule> standard() {
		return STANDARD;
	}

	/**
	 * Those that say the same at any moment, for any target and any version of AWS's
	 * lists.
	 */
	static List<DefinitionRule> timeless() {
		return TIMELESS;
	}

}
