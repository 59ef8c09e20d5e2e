package dev.understudy.delivery.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The members of a definition that have a name people know.
 */
enum Member {

	DESCRIPTION("/Description"), START("/Schedule/StartTime"), END("/Schedule/EndTime"),
	SAMPLING("/ShadowModeConfig(/ShadowModelVariants/[^/]+/SamplingPercentage)?"), VARIANTS("/ModelVariants"),
	MODEL("/ModelVariants/[^/]+/ModelName"),
	INSTANCE_TYPE("/ModelVariants/[^/]+/InfrastructureConfig/RealTimeInferenceConfig/InstanceType"),
	INSTANCE_COUNT("/ModelVariants/[^/]+/InfrastructureConfig/RealTimeInferenceConfig/InstanceCount"),
	DESTINATION("/DataStorageConfig/Destination"), CAPTURE("/DataStorageConfig"), STATE("/DesiredState");

	private final Pattern pointer;

	Member(String pointer) {
		this.pointer = Pattern.compile(pointer);
	}

	/** Message of a member's name; null for one without. */
	static @Nullable String label(String pointer) {
		return Arrays.stream(values())
			.filter((it) -> it.pointer.matcher(pointer).matches())
			.findFirst()
			.map((it) -> "delivery.member." + it.name().toLowerCase(Locale.ROOT).replace('_', '-'))
			.orElse(null);
	}

}
