package dev.understudy.experiment.web;

import org.jspecify.annotations.Nullable;

/**
 * What one variant is to run on after a stop, as the form has it.
 *
 * @param variant the variant's name
 * @param instanceType such as "ml.m5.xlarge"
 * @param instanceCount how many instances
 */
record HostingRow(@Nullable String variant, @Nullable String instanceType, @Nullable String instanceCount) {

}
