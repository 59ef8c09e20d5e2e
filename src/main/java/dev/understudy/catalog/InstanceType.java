package dev.understudy.catalog;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * A type of instances that SageMaker hosts models on. What nobody here knows is absent.
 *
 * @param name such as "ml.g5.xlarge"
 * @param family such as "g5"
 * @param vCpus how many virtual CPUs
 * @param memoryGiB memory in GiB
 * @param accelerators how many of which, such as "1 × NVIDIA A10G"; absent without any
 */
public record InstanceType(String name, String family, @Nullable Integer vCpus, @Nullable BigDecimal memoryGiB,
		@Nullable String accelerators) {

}
