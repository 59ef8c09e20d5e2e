package dev.understudy.simulator;

import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of a request say.
 *
 * @param target {@code X-Amz-Target}
 * @param contentType {@code Content-Type}, empty for none
 * @param authorization {@code Authorization}
 * @param date {@code X-Amz-Date}
 */
record RequestHead(@Nullable String target, String contentType, @Nullable String authorization, @Nullable String date) {

	private static final String TARGET_PREFIX = "SageMaker.";

	static RequestHead of(HttpServletRequest request) {
		return new RequestHead(request.getHeader("X-Amz-Target"),
				Objects.requireNonNullElse(request.getContentType(), ""), request.getHeader("Authorization"),
				request.getHeader("X-Amz-Date"));
	}

	/** The operation's name, or empty when this is no request of the protocol. */
	String operation() {
		boolean speaksTheProtocol = this.contentType.startsWith(AwsEndpoint.CONTENT_TYPE);
		return (speaksTheProtocol && this.target != null && this.target.startsWith(TARGET_PREFIX))
				? this.target.substring(TARGET_PREFIX.length()) : "";
	}

}
