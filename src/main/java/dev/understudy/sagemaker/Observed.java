package dev.understudy.sagemaker;

import org.jspecify.annotations.Nullable;

/**
 * Something SageMaker said.
 *
 * @param value what it said
 * @param awsRequestId AWS's id of the request; absent where the answer carried none
 * @param <T> what it is about
 */
public record Observed<T>(T value, @Nullable String awsRequestId) {

}
