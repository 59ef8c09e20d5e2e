package dev.understudy.experiment.web;

import java.time.ZoneId;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.understudy.definition.Draft;

/** The fields of one variant in the form. */
enum VariantField {

	NAME("name", "/VariantName", Kind.TEXT, VariantRow::name),

	MODEL("model", "/ModelName", Kind.TEXT, VariantRow::model),

	INFRASTRUCTURE("infrastructure", "/InfrastructureConfig/InfrastructureType", Kind.TEXT, VariantRow::infrastructure),

	INSTANCE_TYPE("instanceType", "/InfrastructureConfig/RealTimeInferenceConfig/InstanceType", Kind.TEXT,
			VariantRow::instanceType),

	INSTANCE_COUNT("instanceCount", "/InfrastructureConfig/RealTimeInferenceConfig/InstanceCount", Kind.NUMBER,
			VariantRow::instanceCount);

	private final String path;

	private final String pointer;

	private final Kind kind;

	private final Function<VariantRow, @Nullable String> typed;

	VariantField(String path, String pointer, Kind kind, Function<VariantRow, @Nullable String> typed) {
		this.path = path;
		this.pointer = pointer;
		this.kind = kind;
		this.typed = typed;
	}

	String path() {
		return this.path;
	}

	/** Relative to the variant. */
	String pointer() {
		return this.pointer;
	}

	Kind kind() {
		return this.kind;
	}

	@Nullable String typed(VariantRow row) {
		return this.typed.apply(row);
	}

	String show(Draft draft, String variant, ZoneId zone) {
		return this.kind.show(draft, variant + this.pointer, zone);
	}

}
