package dev.understudy.experiment.web;

import org.jspecify.annotations.Nullable;

/**
 * One variant as the form has it.
 *
 * @param origin its place in the stored list; blank for a new one
 * @param name the variant's name
 * @param model the model's name
 * @param infrastructure the infrastructure type, only where the stored one is wrong
 * @param instanceType such as "ml.m5.xlarge"
 * @param instanceCount how many instances
 */
record VariantRow(@Nullable String origin, @Nullable String name, @Nullable String model,
		@Nullable String infrastructure, @Nullable String instanceType, @Nullable String instanceCount) {

	static final VariantRow BLANK = new VariantRow(null, null, null, null, null, null);

	boolean isBlank() {
		return Texts.areBlank(this.name, this.model, this.infrastructure, this.instanceType, this.instanceCount);
	}

	/** The same variant as it stands on an endpoint. */
	VariantRow filled(String name, String model, String instanceType, int instanceCount) {
		return new VariantRow(this.origin, name, model, this.infrastructure, instanceType,
				Integer.toString(instanceCount));
	}

}
