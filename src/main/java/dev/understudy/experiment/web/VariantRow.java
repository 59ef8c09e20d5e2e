package dev.understudy.experiment.web;

import org.jspecify.annotations.Nullable;

import dev.understudy.experiment.Choices.VariantFacts;

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
	VariantRow filled(VariantFacts facts) {
		return new VariantRow(this.origin, facts.name(), facts.model(), this.infrastructure, facts.instanceType(),
				Integer.toString(facts.instanceCount()));
	}

	/**
	 * The shadow of a variant as it stands on an endpoint: what was said stays, the rest
	 * is the same, and only the model is left to choose.
	 */
	VariantRow completed(VariantFacts facts) {
		return new VariantRow(this.origin, or(this.name, facts.shadowName()), this.model, this.infrastructure,
				or(this.instanceType, facts.instanceType()),
				or(this.instanceCount, Integer.toString(facts.instanceCount())));
	}

	private static @Nullable String or(@Nullable String text, String otherwise) {
		return Texts.isBlank(text) ? otherwise : text;
	}

}
