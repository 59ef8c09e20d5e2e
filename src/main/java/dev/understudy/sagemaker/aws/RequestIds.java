package dev.understudy.sagemaker.aws;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sagemaker.model.SageMakerResponse;

/** AWS's request ids as answers carry them. */
final class RequestIds {

	/** What the SDK says where the header is missing. */
	private static final String MISSING = "UNKNOWN";

	private RequestIds() {
	}

	static @Nullable String of(SageMakerResponse answer) {
		String id = answer.responseMetadata().requestId();
		return MISSING.equals(id) ? null : id;
	}

}
