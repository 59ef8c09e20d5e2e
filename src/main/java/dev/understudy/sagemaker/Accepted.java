package dev.understudy.sagemaker;

import org.jspecify.annotations.Nullable;

/**
 * SageMaker accepted a request.
 *
 * @param arn the ARN it gave
 * @param awsRequestId AWS's id of the request; absent where the answer carried none
 */
public record Accepted(String arn, @Nullable String awsRequestId) {

}
